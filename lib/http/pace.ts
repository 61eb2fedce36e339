import type { Rate, TakeTurn } from "@/lib/domain/rate"
import { pause } from "./backoff"

/** A token bucket of this process alone. */
export function openPace(rate: Rate | null, now: () => number = () => performance.now()): TakeTurn {
  if (rate === null) return async () => {}
  let tokens = rate.burst
  let filledAt = now()
  return async function takeTurn(signal: AbortSignal): Promise<void> {
    const at = now()
    tokens = Math.min(rate.burst, tokens + ((at - filledAt) / 1000) * rate.perSecond) - 1
    filledAt = at
    // A debt is waited off, so callers who come together leave one after the other
    if (tokens < 0) await pause((-tokens / rate.perSecond) * 1000, signal)
  }
}
