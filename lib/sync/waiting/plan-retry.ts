import { ProviderError } from "@/lib/domain/provider-error"
import type { Run } from "@/lib/sync/run"

/** Seconds before the second and the third attempt. */
const waits = [60, 300]
/** A provider that asks for more than this is not kept waiting for within one run. */
const longestWait = 3600
/** However soon a provider says we may come back. */
const shortestWait = 5

export type Retry = { retries: number; until: Date; seconds: number; attempts: number }

/**
 * When a run that failed is tried again, null when it has failed for good. Only scheduled syncs are, and only after what may
 * pass by itself: a person who started a run is there to decide. What the provider asks for goes before our own waits.
 */
export function planRetry({ run, reason, now }: { run: Run; reason: unknown; now: Date }): Retry | null {
  if (run.trigger !== "scheduled" || run.mode !== "sync" || run.context.hastened === true) return null
  if (!(reason instanceof ProviderError) || !reason.isRetryable) return null
  const retries = run.context.retries ?? 0
  const own = waits[retries]
  if (own === undefined) return null
  const seconds = Math.max(shortestWait, reason.retryAfterSeconds ?? own)
  if (seconds > longestWait) return null
  const until = new Date(now.getTime() + seconds * 1000)
  return { retries: retries + 1, until, seconds, attempts: waits.length + 1 }
}
