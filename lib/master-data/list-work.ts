import type { ListId } from "@/lib/domain/list-id"
import type { Shelf, ShelfPlace } from "@/lib/domain/shelf"
import type { SyncMode } from "@/lib/domain/sync-log"

/** The run that a list is published for. `shelf` is null where only stored pages are looked at again. */
export type ListWork = {
  accountId: string
  integrationId: string
  syncLogId: string
  mode: SyncMode
  shelf: Shelf | null
}

/** Entries as sent, and those of them that cannot be used. */
export type ListRead = { received: number; rejected: number; duplicates: number }

/** A list as it was kept: by the preview that planned it, or by its version. */
export type Kept = { planId: string } | { versionId: string }

/** What became of a list, for the one line that tells it (S1-SYNC). Counts are of entries. */
export type ListOutcome = {
  kind: "published" | "unchanged" | "held" | "planned"
  list: ListId
  receivedCount: number
  itemCount: number
  place: ShelfPlace | null
  etag: string | null
  /** Why it is held. */
  reason: string | null
}

/** Told while a list is being published. */
export type Witness = {
  /** `dataSize` in bytes. */
  writing: (shelf: Pick<Shelf, "list" | "place">, dataSize: number) => void
  /** The store has it; what fails from now on leaves S3 changed. */
  written: () => void
  refreshing: () => void
  outcome: (outcome: ListOutcome) => void
}

/** A run of a list always has somewhere to publish it, but for a replay, which publishes nothing. */
export function shelfOf({ shelf }: ListWork): Shelf {
  if (shelf === null) throw new Error("This session has no place to publish a list to.")
  return shelf
}

/** A place in words, by which runs that publish there wait for each other. */
export const placeWords = ({ endpoint, bucket, key }: ShelfPlace): string =>
  `list:${endpoint}/${bucket}/${key}`
