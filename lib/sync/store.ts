import type { Reject } from "@/lib/domain/session"
import type { SyncCounts, SyncError, SyncProgress, SyncStatus } from "@/lib/domain/sync-log"
import type { PastRead } from "./find-silence"
import type { Run } from "./run"

type Rows<T> = Promise<{ rows: T[]; rowCount: number | null }>
/** A pool or one of its clients. */
export type Db = { query: <T>(sql: string, values?: unknown[]) => Rows<T> }

/** A run as those see it who work on it; `log` is the run, `i` its integration. */
export const runColumns = `
  log.id as "syncLogId", log.account_id as "accountId", log.integration_id as "integrationId", i.name as "integrationName",
  i.provider, log.mode, log.trigger, log.attempt, i.removal_policy as "removalPolicy", log.checkpoint, log.counts, log.context`

/** Takes a PENDING run, or a RUNNING one whose worker died, as the next attempt. Null when it is over or gone. */
export async function claim(
  db: Db,
  {
    syncLogId,
    workerId,
    deadAfterSeconds,
  }: { syncLogId: string; workerId: string; deadAfterSeconds: number },
): Promise<Run | null> {
  const { rows } = await db.query<Run>(
    `update sync_logs log
        set status = 'RUNNING', attempt = attempt + 1, worker_id = $2, heartbeat_at = now(),
            started_at = coalesce(log.started_at, now()), context = log.context - 'waiting'
       from integrations i
      where log.id = $1 and i.id = log.integration_id and i.deleted_at is null
        and (log.status = 'PENDING' or (log.status = 'RUNNING' and log.heartbeat_at < now() - make_interval(secs => $3)))
     returning ${runColumns}`,
    [syncLogId, workerId, deadAfterSeconds],
  )
  return rows[0] ?? null
}

/** Says that this attempt lives. Null once it was overtaken; else whether somebody asked to cancel. */
export async function beat(db: Db, run: Run): Promise<{ cancel: boolean } | null> {
  const { rows } = await db.query<{ cancel: boolean }>(
    `update sync_logs set heartbeat_at = now()
      where id = $1 and attempt = $2 and status = 'RUNNING'
     returning cancel_requested_at is not null as cancel`,
    [run.syncLogId, run.attempt],
  )
  return rows[0] ?? null
}

/** Whether somebody asked to cancel; null once this attempt was overtaken. */
export async function isCancelled(db: Db, run: Run): Promise<boolean | null> {
  const { rows } = await db.query<{ cancel: boolean }>(
    `select cancel_requested_at is not null as cancel from sync_logs
      where id = $1 and attempt = $2 and status = 'RUNNING'`,
    [run.syncLogId, run.attempt],
  )
  return rows[0]?.cancel ?? null
}

/** What the run is about, as it stands now: a person who asks for everything widens a run of some streams. */
export async function readContext(db: Db, run: Run): Promise<Run["context"]> {
  const { rows } = await db.query<Pick<Run, "context">>("select context from sync_logs where id = $1", [
    run.syncLogId,
  ])
  return rows[0]?.context ?? run.context
}

type Advance = { checkpoint: unknown; progress: SyncProgress; receipt?: unknown; counts?: SyncCounts }

/** The last statement of every transaction of a run: false when the attempt was overtaken, and then nothing may be kept. */
export async function advance(
  db: Db,
  run: Run,
  { checkpoint, progress, receipt, counts }: Advance,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update sync_logs
        set checkpoint = $3, progress = $4, heartbeat_at = now(),
            receipt = receipt || coalesce($5::jsonb, '{}'), counts = coalesce($6::jsonb, counts)
      where id = $1 and attempt = $2 and status = 'RUNNING'`,
    [run.syncLogId, run.attempt, checkpoint, progress, receipt ?? null, counts ?? null],
  )
  return rowCount === 1
}

/** How many rows of a kept plan ask for what. */
export async function countKept(db: Db, run: Run, stream: string): Promise<Map<string, number>> {
  const { rows } = await db.query<{ action: string; rows: number }>(
    "select action, count(*)::int as rows from sync_changes where sync_log_id = $1 and stream = $2 group by action",
    [run.syncLogId, stream],
  )
  return new Map(rows.map((row) => [row.action, row.rows]))
}

export type Line = { level: "info" | "warn" | "error"; message: string; externalId?: string | null }

export async function insertRejects(db: Db, run: Run, stream: string, rejects: Reject[]): Promise<void> {
  if (rejects.length === 0) return
  await db.query(
    `insert into sync_log_lines (account_id, sync_log_id, stream, level, reason, message, external_id, path, sample)
     select $1, $2, $4, 'warn', reason, message, "externalId", path, sample
       from jsonb_to_recordset($3::jsonb) as r(reason text, message text, "externalId" text, path text, sample jsonb)`,
    [run.accountId, run.syncLogId, JSON.stringify(rejects), stream],
  )
}

export async function insertLines(db: Db, run: Run, lines: Line[]): Promise<void> {
  if (lines.length === 0) return
  await db.query(
    `insert into sync_log_lines (account_id, sync_log_id, level, message, external_id)
     select $1, $2, level, message, "externalId"
       from jsonb_to_recordset($3::jsonb) as l(level text, message text, "externalId" text)`,
    [run.accountId, run.syncLogId, JSON.stringify(lines)],
  )
}

/** What the last complete read of the stream covered; null before the first. */
export async function lastCompleteScope(db: Db, run: Run, stream: string): Promise<string | null> {
  const { rows } = await db.query<{ scope: string | null }>(
    "select complete_scope as scope from integration_streams where integration_id = $1 and stream = $2",
    [run.integrationId, stream],
  )
  return rows[0]?.scope ?? null
}

/** The stream's last twenty finished runs that saw everything, newest first: what "usual" means for it. */
export async function recentReads(db: Db, run: Run, stream: string, scope: string): Promise<PastRead[]> {
  const { rows } = await db.query<PastRead>(
    `select (receipt->$2->>'records')::int as records,
            coalesce(receipt->$2->>'created', counts->>'created')::int as created,
            coalesce(receipt->$2->>'updated', counts->>'updated')::int as updated,
            receipt->$2->>'freshestAt' as "freshestAt", completed_at as at
       from sync_logs
      where integration_id = $1 and mode = 'sync' and status in ('SUCCESS', 'PARTIAL')
        and (receipt->$2->>'complete')::boolean and receipt->$2->>'scope' = $3
      order by id desc limit 20`,
    [run.integrationId, stream, scope],
  )
  return rows
}

export async function recordCompleteRead(db: Db, run: Run, stream: string, scope: string): Promise<void> {
  await db.query(
    `insert into integration_streams (integration_id, stream, last_complete_at, complete_scope, complete_sync_id)
     values ($1, $2, now(), $3, $4)
     on conflict (integration_id, stream) do update
       set last_complete_at = excluded.last_complete_at, complete_scope = excluded.complete_scope,
           complete_sync_id = excluded.complete_sync_id`,
    [run.integrationId, stream, scope, run.syncLogId],
  )
}

/** A fleet can grow a hundredfold between two analyses; hash joins stay right whatever the statistics say. */
export async function preparePlanner(db: Db): Promise<void> {
  await db.query("set local enable_nestloop = off; set local work_mem = '128MB'")
}

/** Drops the temporary tables of one merge, so that another can follow in the same transaction. */
export async function dropTables(db: Db): Promise<void> {
  await db.query("discard temp")
}

export type Ending = { status: SyncStatus; error: SyncError | null }

/** Ends the run; false when the attempt was overtaken. */
export async function finish(db: Db, run: Run, { status, error }: Ending): Promise<boolean> {
  const { rowCount } = await db.query(
    `update sync_logs
        set status = $3::sync_status, completed_at = now(), heartbeat_at = null,
            duration_ms = extract(epoch from now() - coalesce(started_at, now())) * 1000,
            progress = case when $3 in ('SUCCESS', 'PARTIAL') then jsonb_set(progress, '{phase}', '"finish"') else progress end,
            error_code = $4, error_message = $5, provider_said = $6
      where id = $1 and attempt = $2 and status = 'RUNNING'`,
    [
      run.syncLogId,
      run.attempt,
      status,
      error?.code ?? null,
      error?.message ?? null,
      error?.providerSaid ?? null,
    ],
  )
  return rowCount === 1
}

/** Gives an unfinished run back, to be claimed again from its checkpoint. False when it was overtaken or cancelled. */
export async function release(db: Db, run: Run): Promise<boolean> {
  const { rowCount } = await db.query(
    `update sync_logs set status = 'PENDING', worker_id = null, heartbeat_at = null
      where id = $1 and attempt = $2 and status = 'RUNNING' and cancel_requested_at is null`,
    [run.syncLogId, run.attempt],
  )
  return rowCount === 1
}
