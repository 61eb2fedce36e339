import type { ListId } from "./list-id"
import { ProviderError } from "./provider-error"

/** Where a published list lies. `schema` and `fileName` make up the key. */
export type ShelfPlace = { endpoint: string; bucket: string; key: string; schema: string; fileName: string }

/** What lies there. `etag` with its quotes; `sha256` in hex, as it was given when it was put there, null where it was not. */
export type Shelved = {
  etag: string
  versionId: string | null
  sha256: string | null
  bytes: number
  /** ISO 8601, UTC. */
  modifiedAt: string | null
}

/**
 * Where a session publishes a list: one object, replaced as a whole. All throw ProviderError; `put` throws `conflict` when
 * something else lies there than `replaces` says, and DeliveryInDoubt when nobody can tell whether it was taken.
 */
export type Shelf = {
  list: ListId
  place: ShelfPlace
  /** Null when nothing lies there. */
  head(): Promise<Shelved | null>
  get(): Promise<(Shelved & { body: string }) | null>
  /** `replaces` is the etag of what is to be replaced, null for nothing. Gives what lies there after. */
  put(body: string, given: { sha256: string; replaces: string | null }): Promise<Shelved>
}

/** The list may be published or not: no answer came, or what was taken could not be read back, and nobody can tell. */
export class DeliveryInDoubt extends ProviderError {}
