import type { Pool } from "pg"
import type { Run } from "@/lib/sync/run"
import { claim } from "@/lib/sync/store"
import { countReading, lockProviderAccount, longestWaiting, noteAccount } from "./store"

/** Where a run reads: a fingerprint of the account at the provider, and how many runs may read there at once. */
export type Place = { account: string; runs: number }

/** Looked at again after this long, should nobody have said that a place is free. */
const lookAgainMs = 60_000

type Claim = {
  pool: Pool
  syncLogId: string
  workerId: string
  place: Place | null
  deadAfterSeconds: number
}

/**
 * Takes a run, if there is a place for it at its provider (S4-RATE). A run that must wait stays PENDING, with no attempt
 * spent, and `waits` says until when at the latest; `run` is null also when it is over or gone.
 */
export async function claimPlace({
  pool,
  syncLogId,
  workerId,
  place,
  deadAfterSeconds,
}: Claim): Promise<{ run: Run | null; waits: Date | null }> {
  const attempt = { syncLogId, workerId, deadAfterSeconds }
  if (place === null) return { run: await claim(pool, attempt), waits: null }
  const { account, runs } = place
  const client = await pool.connect()
  try {
    await client.query("begin")
    await lockProviderAccount(client, account)
    const isFull = (await countReading(client, { account, ...attempt })) >= runs
    const until = new Date(Date.now() + lookAgainMs)
    const waiting = isFull ? ({ for: "place", until: until.toISOString() } as const) : null
    const isLive = await noteAccount(client, { syncLogId, account, waiting })
    const run = isFull || !isLive ? null : await claim(client, attempt)
    await client.query("commit")
    return { run, waits: isFull && isLive ? until : null }
  } catch (error) {
    await client.query("rollback").catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Calls the run that waits longest for the place that became free. */
export async function passPlaceOn(
  pool: Pool,
  place: Place | null,
  requeue: (syncLogId: string) => Promise<void>,
): Promise<void> {
  const next = place === null ? null : await longestWaiting(pool, place.account)
  if (next !== null) await requeue(next)
}
