import type { Pool } from "pg"

/** The first so many circuits wait for permissions, so that their planned units are asked for. Gives how many work orders those are. */
export async function markPending(pool: Pool, count: number): Promise<number> {
  await pool.query(
    `update circuit_ui_states set workflow_stage = 'pending_permissions'
      where circuit_id in (select id from circuits where fields->>'extension' = '@' order by fields->>'workOrder' limit $1)`,
    [count],
  )
  const { rows } = await pool.query<{ orders: number }>(
    `select count(distinct c.fields->>'workOrder')::int as orders
       from circuits c join circuit_ui_states u on u.circuit_id = c.id where u.workflow_stage = 'pending_permissions'`,
  )
  return rows[0]?.orders ?? 0
}

/** Milliseconds of the pause after every so many calls. */
export async function setPause(pool: Pool, { calls, ms }: { calls: number; ms: number }): Promise<void> {
  await pool.query("update integrations set settings = settings || $1", [
    { pauseAfterCalls: calls, pauseMs: ms },
  ])
}

/** As autovacuum would have done soon. */
export const analyzeCircuits = (pool: Pool) => pool.query("analyze circuits")

export async function countCircuits(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ circuits: number }>("select count(*)::int as circuits from circuits")
  return rows[0]?.circuits ?? 0
}
