import { pause } from "./backoff"

/** At most `burst` requests at once and `perSecond` in the long run. */
export type Rate = { perSecond: number; burst: number }

/** A token bucket: resolves when the next request may be sent. */
export function openPace(rate: Rate | null, now: () => number = () => performance.now()) {
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
