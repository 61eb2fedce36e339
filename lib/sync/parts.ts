import type { Pool } from "pg"
import type { RecordStreamId, StreamId } from "@/lib/domain/provider-id"
import type { Session } from "@/lib/domain/session"
import type { SyncCounts, SyncError, SyncStatus } from "@/lib/domain/sync-log"
import type { Queryable } from "@/lib/jobs/enqueue"
import type { Publisher } from "./publisher"
import type { MapStored } from "./replay-session"
import type { Run } from "./run"
import type { StreamTarget } from "./stream-target"
import type { Place } from "./waiting/claim-place"

type Logger = {
  info: (facts: object, message: string) => void
  error: (facts: object, message: string) => void
}

/** How a run ended, for those who want to hear of it. `db` is the transaction that records the ending. */
export type RunEnding = { run: Run; status: SyncStatus; counts: SyncCounts; error: SyncError | null }

export type SyncParts = {
  pool: Pool
  workerId: string
  /** Seconds without a heartbeat after which a run's worker counts as dead. */
  deadAfterSeconds: number
  openSession: (run: Run, signal: AbortSignal) => Promise<Session>
  /** The provider's mapping, for stored pages. */
  mapStored: (run: Run) => Promise<MapStored>
  /** What the run reads, in this order. */
  streams: (run: Run) => StreamId[]
  /** Where the run would read, asked before it is claimed; null, or no such part, when nobody has to wait for it. */
  placeOf?: (syncLogId: string) => Promise<Place | null>
  targets: Record<RecordStreamId, StreamTarget>
  /** What becomes of the stream `list`; no such part where no provider has one. */
  publisher?: Publisher
  /** Called within the transaction that records the ending, so that what it writes stands or falls with it. */
  announce: (db: Queryable, ending: RunEnding) => Promise<void>
  /** Told of every attempt that failed, also of one that is tried again later. */
  failed?: (run: Run, reason: unknown) => Promise<void>
  /** Queues another attempt of a run that was given back, at once or for a time. */
  requeue: (syncLogId: string, runAt?: Date) => Promise<void>
  log: Logger
}
