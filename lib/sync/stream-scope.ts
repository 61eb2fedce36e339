import type { StreamId } from "@/lib/domain/provider-id"
import type { Run } from "./run"
import type { StreamScope } from "./stream-target"

/** What a run has of a stream, by which staged rows and known ones are found. */
export const streamScope = ({ accountId, integrationId, syncLogId }: Run, stream: StreamId): StreamScope => ({
  accountId,
  integrationId,
  syncLogId,
  stream,
})
