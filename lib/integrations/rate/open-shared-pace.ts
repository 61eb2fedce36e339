import { setTimeout as sleep } from "node:timers/promises"
import type { Rate, TakeTurn } from "@/lib/domain/rate"
import { takeTokens } from "./store"

type Pool = { query: (sql: string, values: unknown[]) => Promise<{ rows: { tokens: number }[] }> }

type Shared = { pool: Pool; integrationId: string; rate: Rate | null }

/**
 * A token bucket per integration that holds across processes (S4-RATE): it lies in the database, which is asked once for
 * about a second's worth of turns. Turns that are not used by the end are lost.
 */
export function openSharedPace({ pool, integrationId, rate }: Shared): TakeTurn {
  if (rate === null) return async () => {}
  const { perSecond, burst } = rate
  const batch = Math.max(1, Math.min(Math.floor(burst), Math.ceil(perSecond)))
  let turns: number[] = []
  let taking: Promise<void> | null = null

  async function take(): Promise<void> {
    const { rows } = await pool.query(takeTokens, [integrationId, perSecond, burst, batch])
    const now = performance.now()
    const before = (rows[0]?.tokens ?? 0) + batch
    turns = Array.from({ length: batch }, (_, n) => now + Math.max(0, (n + 1 - before) / perSecond) * 1000)
  }

  return async function takeTurn(signal) {
    signal.throwIfAborted()
    while (turns.length === 0) {
      taking ??= take().finally(() => {
        taking = null
      })
      await taking
    }
    const waitMs = (turns.shift() ?? 0) - performance.now()
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted())
  }
}
