import type { PoolClient } from "pg"
import type { Shelf } from "@/lib/domain/shelf"
import type { SyncMode } from "@/lib/domain/sync-log"

/** One run of a list. `shelf` is null where only stored pages are looked at again. */
export type ListWork = {
  accountId: string
  integrationId: string
  syncLogId: string
  mode: SyncMode
  shelf: Shelf | null
}

/** What the read was like: entries as sent, and those of them that could not be used. */
export type ListRead = { received: number; rejected: number; duplicates: number }

/** Entries by what became of them; `held` wait for an admin, as the list was not published. */
export type PublishTally = {
  added: number
  gone: number
  same: number
  held: number
  /** For the receipt: what was decided, and why. */
  sentence: string
  warnings: string[]
}

/** A list as it was kept: by the preview that planned it, or by its version. */
export type Kept = { planId: string } | { versionId: string }

/**
 * A list is not merged record by record: it is compared with what is published and then replaced as a whole, or held. Both
 * verbs run in one transaction of the run, in which what was delivered is recorded.
 */
export type Publisher = {
  /** Publishes what is staged, unless it is as it was, looks like an accident, or the run is a preview. */
  publish(client: PoolClient, work: ListWork, read: ListRead): Promise<PublishTally>
  /** Publishes a list that was kept; "moved" when what is published is no longer what it was compared with. */
  publishKept(client: PoolClient, work: ListWork, kept: Kept): Promise<PublishTally | "moved">
}
