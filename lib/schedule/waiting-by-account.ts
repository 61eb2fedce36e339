import type { Pool, PoolClient } from "pg"
import { countWaiting } from "./store"

/** How many runs of each account wait to begin; accounts with none are left out. */
export async function waitingByAccount(db: Pool | PoolClient): Promise<Map<string, number>> {
  const { rows } = await db.query<{ accountId: string; waiting: number }>(countWaiting)
  return new Map(rows.map(({ accountId, waiting }) => [accountId, waiting]))
}
