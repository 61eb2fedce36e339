import { intervalWords } from "@/components/schedule/schedule-draft"
import type { IntegrationView, SyncSettings } from "@/lib/domain/integration"
import { streamIntervals } from "@/lib/domain/intervals"
import type { CatalogEntry } from "@/lib/domain/provider"
import type { StreamId } from "@/lib/domain/provider-id"

/** How fast and how often an integration reads, as somebody is choosing it. Empty texts leave it as it usually is. */
export type PaceDraft = {
  requestsPerSecond: string
  streams: { stream: StreamId; seconds: string }[]
}

/** What a new integration starts with: the provider's own pace. */
export const newPace = (entry: CatalogEntry): PaceDraft => ({
  requestsPerSecond: "",
  streams: entry.streams.map((stream) => ({ stream, seconds: text(entry.streamIntervals?.[stream]) })),
})

export const paceOf = ({ requestsPerSecond, streams }: IntegrationView): PaceDraft => ({
  requestsPerSecond: text(requestsPerSecond),
  streams: streams.map(({ stream, syncInterval }) => ({ stream, seconds: text(syncInterval) })),
})

type ReadPace = { settings: Pick<SyncSettings, "requestsPerSecond" | "streams"> | null; error: string | null }

/** The draft as the API takes it, or what is wrong with the number of requests. */
export function readPace({ requestsPerSecond, streams }: PaceDraft): ReadPace {
  const rate = requestsPerSecond.trim() === "" ? null : Number(requestsPerSecond)
  if (rate !== null && !(rate >= 0.01 && rate <= 1000)) {
    return { settings: null, error: "Give a number from 0.01, one request in 100 seconds, to 1000." }
  }
  const intervals = streams.map(({ stream, seconds }) => [
    stream,
    { syncInterval: streamIntervals.find((one) => String(one) === seconds) ?? null },
  ])
  return { settings: { requestsPerSecond: rate, streams: Object.fromEntries(intervals) }, error: null }
}

/** The intervals that a stream can have; the first follows the integration. */
export const streamChoices = [
  { value: "", label: "With the integration" },
  ...streamIntervals.map((seconds) => ({ value: String(seconds), label: intervalWords(seconds) })),
]

const text = (value: number | null | undefined): string => (value == null ? "" : String(value))
