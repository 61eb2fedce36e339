import type { RecordStreamId, StreamId } from "@/lib/domain/provider-id"
import { checkpoint } from "./checkpoint"
import type { SyncParts } from "./parts"
import type { Run } from "./run"

/** What a run has still to do. What an earlier attempt applied stands, with its counts and receipt. */
export const dueStreams = (parts: Pick<SyncParts, "streams">, run: Run): StreamId[] => {
  const done = checkpoint.parse(run.checkpoint ?? {})
  return parts.streams(run).filter((stream) => done[stream]?.applied !== true)
}

/** Whether it fills the inventory, as all but published lists do. */
export const isOfRecords = (stream: StreamId): stream is RecordStreamId => stream !== "list"
