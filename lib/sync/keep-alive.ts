import type { Pool } from "pg"
import { Cancelled, FencedOff, Interrupted, type Run } from "./run"
import { beat } from "./store"

const beatEveryMs = 3000

/**
 * Beats for a run and listens for reasons to stop it: cancelled by an admin, overtaken by another attempt, or the worker
 * going down. `signal` aborts whatever request is under way; `check` throws between steps; `stopped` tells the reason.
 */
export function keepAlive(pool: Pool, run: Run, workerSignal: AbortSignal) {
  const controller = new AbortController()
  const stopWith = (reason: Error) => controller.abort(reason)
  const onWorkerStop = () => stopWith(new Interrupted())
  if (workerSignal.aborted) onWorkerStop()
  workerSignal.addEventListener("abort", onWorkerStop, { once: true })

  const look = async (): Promise<void> => {
    const state = await beat(pool, run)
    if (state === null) stopWith(new FencedOff(run))
    else if (state.cancel) stopWith(new Cancelled())
  }
  let beating: Promise<void> | null = null
  const timer = setInterval(() => {
    beating ??= look()
      .catch(() => {}) // the database is away: the next beat may reach it, and a successor fences us off if none does
      .finally(() => {
        beating = null
      })
  }, beatEveryMs)

  return {
    signal: controller.signal,
    stopped: (): unknown => controller.signal.reason ?? null,
    check: () => controller.signal.throwIfAborted(),
    /** Like `check`, for reasons of this very moment. */
    checkNow: async () => {
      await look()
      controller.signal.throwIfAborted()
    },
    stop: async () => {
      clearInterval(timer)
      workerSignal.removeEventListener("abort", onWorkerStop)
      await beating
    },
  }
}
