import type { TakeTurn } from "@/lib/domain/rate"
import { pause } from "@/lib/http/backoff"

/** After every `calls` calls the next one waits `ms` milliseconds (S2-RATE); 0 calls for no pause. Retries are calls too. */
export function pauseAfter({ calls, ms }: { calls: number; ms: number }, then?: TakeTurn): TakeTurn {
  let made = 0
  return async function takeTurn(signal) {
    if (calls > 0 && made > 0 && made % calls === 0) await pause(ms, signal)
    made += 1
    await then?.(signal)
  }
}
