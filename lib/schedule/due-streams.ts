import type { StreamId } from "@/lib/domain/provider-id"
import type { OwnStream } from "./store"

type Due = {
  /** What the provider has, in its order. */
  streams: StreamId[]
  ownStreams: OwnStream[]
  /** Whether the integration's own time has come. */
  isDue: boolean
  now: Date
}

/** Which streams a run should read (S3-FREQ): those whose own time has come, and with the integration all that have none. */
export function dueStreams({ streams, ownStreams, isDue, now }: Due): StreamId[] {
  return streams.filter((stream) => {
    const own = ownStreams.find((one) => one.stream === stream)
    if (own === undefined) return isDue
    return own.nextSyncAt !== null && new Date(own.nextSyncAt) <= now
  })
}
