import { setTimeout as sleep } from "node:timers/promises"

/** Times in milliseconds: the first wait, the longest, and how long a try may take where that differs from the call's own. */
export type RetryTimes = { baseMs: number; maxMs: number; timeoutMs?: number }

export const defaultRetryTimes: RetryTimes = { baseMs: 500, maxMs: 15_000 }

/** Doubles with each failure (counted from 1); a random half keeps many clients from coming back together. */
export function backoffMs(failure: number, { baseMs, maxMs }: RetryTimes): number {
  const full = Math.min(maxMs, baseMs * 2 ** (failure - 1))
  return full / 2 + (Math.random() * full) / 2
}

/** Waits, or throws the signal's reason as soon as it is aborted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  try {
    await sleep(ms, undefined, { signal })
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
}
