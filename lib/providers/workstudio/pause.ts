import type { TakeTurn } from "@/lib/domain/rate"
import { pause } from "@/lib/http/backoff"

type Pause = {
  calls: number
  ms: number
  /** How it waits, so many milliseconds. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

/** After every `calls` calls the next one waits `ms` milliseconds (S2-RATE); 0 calls for no pause. Retries are calls too. */
export function pauseAfter({ calls, ms, wait = pause }: Pause, then?: TakeTurn): TakeTurn {
  let made = 0
  return async function takeTurn(signal) {
    if (calls > 0 && made > 0 && made % calls === 0) await wait(ms, signal)
    made += 1
    await then?.(signal)
  }
}
