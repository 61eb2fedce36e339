import type { Pool, PoolClient } from "pg"
import type { Waiting } from "@/lib/domain/sync-log"
import type { Run } from "@/lib/sync/run"

type Db = Pick<Pool | PoolClient, "query">

/** One claim at a time for an account at the provider, so that two cannot both find the last place free. */
export async function lockProviderAccount(db: Db, account: string): Promise<void> {
  await db.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`provider:${account}`])
}

/** Runs that read this account at the provider now, on workers that live. Reads the index sync_logs_live_at_provider. */
export async function countReading(
  db: Db,
  { account, syncLogId, deadAfterSeconds }: { account: string; syncLogId: string; deadAfterSeconds: number },
): Promise<number> {
  const { rows } = await db.query<{ reading: number }>(
    `select count(*)::int as reading from sync_logs
      where provider_account = $1 and status = 'RUNNING' and id <> $2 and heartbeat_at > now() - make_interval(secs => $3)`,
    [account, syncLogId, deadAfterSeconds],
  )
  return rows[0]?.reading ?? 0
}

/** Notes where a run that has not begun would read, and what it waits for, if anything. False when it is no longer PENDING. */
export async function noteAccount(
  db: Db,
  { syncLogId, account, waiting }: { syncLogId: string; account: string; waiting: Waiting | null },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update sync_logs
        set provider_account = $2,
            context = case when $3::jsonb is null then context else jsonb_set(context, '{waiting}', $3) end
      where id = $1 and status in ('PENDING', 'RUNNING')`,
    [syncLogId, account, waiting === null ? null : JSON.stringify(waiting)],
  )
  return rowCount === 1
}

/** The run that waits longest for this account at the provider; those that people started first. */
export async function longestWaiting(db: Db, account: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `select id from sync_logs
      where provider_account = $1 and status = 'PENDING' and context->'waiting'->>'for' = 'place'
      order by trigger = 'scheduled', id limit 1`,
    [account],
  )
  return rows[0]?.id ?? null
}

/** Gives a failed attempt back, to be tried again later from its checkpoint. False when it was overtaken or cancelled. */
export async function postpone(
  db: Db,
  run: Run,
  { retries, waiting }: { retries: number; waiting: Waiting },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update sync_logs
        set status = 'PENDING', worker_id = null, heartbeat_at = null,
            context = context || jsonb_build_object('retries', $3::int, 'waiting', $4::jsonb)
      where id = $1 and attempt = $2 and status = 'RUNNING' and cancel_requested_at is null`,
    [run.syncLogId, run.attempt, retries, JSON.stringify(waiting)],
  )
  return rowCount === 1
}
