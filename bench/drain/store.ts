import type { Pool } from "pg"

/** All scheduled integrations become due at one moment; nothing is left of the runs before. */
export async function makeAllDue(pool: Pool): Promise<void> {
  await pool.query(
    "truncate sync_logs, sync_records, devices, device_records, device_states, device_changes, events cascade",
  )
  await pool.query("delete from integration_streams")
  await pool.query("update integrations set next_sync_at = now() where next_sync_at is not null")
}

export async function countEnded(pool: Pool): Promise<{ ended: number; failed: number }> {
  const { rows } = await pool.query<{ ended: number; failed: number }>(
    `select count(*) filter (where completed_at is not null)::int as ended,
            count(*) filter (where status in ('FAILED', 'CANCELLED'))::int as failed
       from sync_logs where trigger = 'scheduled'`,
  )
  return rows[0] ?? { ended: 0, failed: 0 }
}

/** Seconds from the first run queued to the last one ended, and devices that arrived. */
export async function readDrain(pool: Pool): Promise<{ seconds: number; devices: number }> {
  const { rows } = await pool.query<{ seconds: number; devices: number }>(
    `select extract(epoch from max(completed_at) - min(created_at))::float8 as seconds,
            (select count(*)::int from devices) as devices
       from sync_logs where trigger = 'scheduled'`,
  )
  return rows[0] ?? { seconds: Number.NaN, devices: 0 }
}

/** Milliseconds that each run a person asked for waited until it began, shortest first. */
export async function readLatencies(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ ms: number }>(
    `select extract(epoch from started_at - created_at)::float8 * 1000 as ms
       from sync_logs where trigger = 'manual' and started_at is not null order by 1`,
  )
  return rows.map(({ ms }) => ms)
}
