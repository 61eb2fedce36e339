import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { PoolClient } from "pg"
import { from as copyFrom } from "pg-copy-streams"
import type { Reject } from "@/lib/domain/session"
import type { SyncCounts, SyncError, SyncProgress, SyncStatus } from "@/lib/domain/sync-log"
import type { Queryable } from "@/lib/jobs/enqueue"
import type { PastRead } from "./find-silence"
import type { Run } from "./run"
import { stageColumns } from "./stage-row"

type Rows<T> = Promise<{ rows: T[]; rowCount: number | null }>
type Db = { query: <T>(sql: string, values?: unknown[]) => Rows<T> }

/** A run as those see it who work on it; `log` is the run, `i` its integration. */
const runColumns = `
  log.id as "syncLogId", log.account_id as "accountId", log.integration_id as "integrationId", i.name as "integrationName",
  i.provider, log.mode, log.trigger, log.attempt, i.removal_policy as "removalPolicy", log.checkpoint, log.counts, log.context`

/** Takes a PENDING run, or a RUNNING one whose worker died, as the next attempt. Null when it is over or gone. */
export async function claim(db: Db, syncLogId: string, workerId: string): Promise<Run | null> {
  const { rows } = await db.query<Run>(
    `update sync_logs log
        set status = 'RUNNING', attempt = attempt + 1, worker_id = $2, heartbeat_at = now(),
            started_at = coalesce(log.started_at, now()), context = log.context - 'waiting'
       from integrations i
      where log.id = $1 and i.id = log.integration_id and i.deleted_at is null
        and (log.status = 'PENDING' or (log.status = 'RUNNING' and log.heartbeat_at < now() - interval '45 seconds'))
     returning ${runColumns}`,
    [syncLogId, workerId],
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

export async function copyStage(client: PoolClient, lines: string[]): Promise<void> {
  const copy = client.query(copyFrom(`copy sync_records (${stageColumns}) from stdin`))
  await pipeline(Readable.from([lines.join("")]), copy)
}

export type RawPage = { page: number; packed: Buffer; bytes: number; redactedPaths: string[] }

export async function insertRawPages(db: Db, run: Run, stream: string, pages: RawPage[]): Promise<void> {
  if (pages.length === 0) return
  const values: unknown[] = [run.accountId, run.integrationId, run.syncLogId, stream]
  const rows = pages.map(({ page, packed, bytes, redactedPaths }) => {
    const at = values.push(page, packed, bytes, redactedPaths)
    return `($1, $2, $3, $4, $${at - 3}, $${at - 2}, $${at - 1}, $${at})`
  })
  await db.query(
    `insert into sync_pages (account_id, integration_id, sync_log_id, sync_type, page, raw_response, bytes, redacted_paths)
     values ${rows.join(", ")}`,
    values,
  )
}

/** The next stored page of a run's stream after the one numbered `after`; null at the end. */
export async function readRawPage(
  db: Db,
  { syncLogId, stream, after }: { syncLogId: string; stream: string; after: number },
): Promise<{ page: number; packed: Buffer } | null> {
  const { rows } = await db.query<{ page: number; packed: Buffer }>(
    `select page, raw_response as packed from sync_pages
      where sync_log_id = $1 and sync_type = $2 and page > $3 order by page limit 1`,
    [syncLogId, stream, after],
  )
  return rows[0] ?? null
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

export async function insertRejects(db: Db, run: Run, rejects: Reject[]): Promise<void> {
  if (rejects.length === 0) return
  await db.query(
    `insert into sync_log_lines (account_id, sync_log_id, level, reason, message, external_id, path, sample)
     select $1, $2, 'warn', reason, message, "externalId", path, sample
       from jsonb_to_recordset($3::jsonb) as r(reason text, message text, "externalId" text, path text, sample jsonb)`,
    [run.accountId, run.syncLogId, JSON.stringify(rejects)],
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

/** How many records of the stream are staged; fewer than the checkpoint says after a crash of the database itself. */
export async function countStaged(db: Db, run: Run, stream: string): Promise<number> {
  const { rows } = await db.query<{ staged: string }>(
    "select count(*) as staged from sync_records where sync_log_id = $1 and stream = $2",
    [run.syncLogId, stream],
  )
  return Number(rows[0]?.staged ?? 0)
}

/** Forgets what was read of a stream, to read it from the start. */
export async function clearStream(db: Db, run: Run, stream: string): Promise<void> {
  await db.query("delete from sync_records where sync_log_id = $1 and stream = $2", [run.syncLogId, stream])
  await db.query("delete from sync_pages where sync_log_id = $1 and sync_type = $2", [run.syncLogId, stream])
  await db.query("delete from sync_log_lines where sync_log_id = $1 and reason is not null", [run.syncLogId])
}

/** Keeps the last of several staged rows with one id; returns how many went, and how many of them stood for rejects. */
export async function dropDuplicates(
  db: Db,
  run: Run,
  stream: string,
): Promise<{ all: number; rejects: number }> {
  const { rows } = await db.query<{ all: number; rejects: number }>(
    `with dropped as (
     delete from sync_records r
      using (select external_id, max(seq) as last from sync_records where sync_log_id = $1 and stream = $2
              group by external_id having count(*) > 1) d
      where r.sync_log_id = $1 and r.stream = $2 and r.external_id = d.external_id and r.seq < d.last
     returning r.content_hash)
     select count(*)::int as all, (count(*) filter (where content_hash = ''))::int as rejects from dropped`,
    [run.syncLogId, stream],
  )
  return rows[0] ?? { all: 0, rejects: 0 }
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
export async function recentReads(db: Db, run: Run, stream: string): Promise<PastRead[]> {
  const { rows } = await db.query<PastRead>(
    `select (receipt->$2->>'records')::int as records, (counts->>'created')::int as created,
            (counts->>'updated')::int as updated, receipt->$2->>'freshestAt' as "freshestAt", completed_at as at
       from sync_logs
      where integration_id = $1 and mode = 'sync' and status in ('SUCCESS', 'PARTIAL')
        and (receipt->$2->>'complete')::boolean
      order by id desc limit 20`,
    [run.integrationId, stream],
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

/** One plan and apply at a time within an account, so that two integrations cannot both create one serial's device. */
export async function lockAccount(db: Db, accountId: string): Promise<void> {
  await db.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`inventory:${accountId}`])
}

/** A fleet can grow a hundredfold between two analyses; hash joins stay right whatever the statistics say. */
export async function preparePlanner(db: Db): Promise<void> {
  await db.query("set local enable_nestloop = off; set local work_mem = '64MB'")
}

export type Ending = { status: SyncStatus; error: SyncError | null }

/** Ends the run; false when the attempt was overtaken. */
export async function finish(db: Db, run: Run, { status, error }: Ending): Promise<boolean> {
  const { rowCount } = await db.query(
    `update sync_logs
        set status = $3::sync_status, completed_at = now(), heartbeat_at = null,
            duration_ms = extract(epoch from now() - coalesce(started_at, now())) * 1000,
            progress = jsonb_set(progress, '{phase}', '"finish"'),
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

/** Gives an unfinished run back, to be claimed again from its checkpoint. */
export async function release(db: Db, run: Run): Promise<boolean> {
  const { rowCount } = await db.query(
    `update sync_logs set status = 'PENDING', worker_id = null, heartbeat_at = null
      where id = $1 and attempt = $2 and status = 'RUNNING'`,
    [run.syncLogId, run.attempt],
  )
  return rowCount === 1
}

export async function emptyStage(db: Db, run: Run): Promise<void> {
  await db.query("delete from sync_records where sync_log_id = $1", [run.syncLogId])
}

/** Empties the stage of runs that have ended without doing it themselves: given up, or dead at the very end. */
export async function emptyForgottenStages(db: Db): Promise<void> {
  await db.query(
    `with recursive staged as (
       (select sync_log_id as id from sync_records order by sync_log_id limit 1)
       union all
       select (select r.sync_log_id from sync_records r where r.sync_log_id > s.id order by r.sync_log_id limit 1)
         from staged s where s.id is not null)
     delete from sync_records r using staged s
      where r.sync_log_id = s.id
        and not exists (select 1 from sync_logs l where l.id = s.id and l.status in ('PENDING', 'RUNNING'))`,
  )
}

export type DeadRun = { syncLogId: string; attempt: number; workerId: string | null; deaths: number }

/** RUNNING without a heartbeat for so long: its worker died. Counts the death and makes it PENDING again. */
export async function releaseDeadRuns(db: Db, deadAfterSeconds: number): Promise<DeadRun[]> {
  const { rows } = await db.query<DeadRun>(
    `update sync_logs log
        set status = 'PENDING', heartbeat_at = null,
            context = jsonb_set(log.context, '{deaths}', to_jsonb(coalesce((log.context->>'deaths')::int, 0) + 1))
       from (select id, worker_id from sync_logs
              where status = 'RUNNING' and heartbeat_at < now() - make_interval(secs => $1) for update skip locked) dead
      where log.id = dead.id
     returning log.id as "syncLogId", log.attempt, dead.worker_id as "workerId", (log.context->>'deaths')::int as deaths`,
    [deadAfterSeconds],
  )
  return rows
}

/** Runs that wait although no job will come for them: their job died with its worker, or was lost with it. */
export async function pendingWithoutJob(db: Db, deadAfterSeconds: number): Promise<{ syncLogId: string }[]> {
  const { rows } = await db.query<{ syncLogId: string }>(
    `select log.id as "syncLogId" from sync_logs log
      where log.status = 'PENDING'
        and coalesce((log.context->'waiting'->>'until')::timestamptz, log.created_at) < now() - make_interval(secs => $1)
        and not exists (select 1 from graphile_worker.jobs j where j.key = 'sync:' || log.id
                           and j.locked_at is null and j.attempts < j.max_attempts)`,
    [deadAfterSeconds],
  )
  return rows
}

/** Ends a run whose workers keep dying on it. Null when it was taken up or cancelled meanwhile. */
export async function giveUp(db: Db, syncLogId: string, error: SyncError): Promise<Run | null> {
  const { rows } = await db.query<Run>(
    `update sync_logs log
        set status = 'FAILED', completed_at = now(), error_code = $2, error_message = $3,
            duration_ms = extract(epoch from now() - coalesce(log.started_at, now())) * 1000
       from integrations i
      where log.id = $1 and log.status = 'PENDING' and i.id = log.integration_id
     returning ${runColumns}`,
    [syncLogId, error.code, error.message],
  )
  return rows[0] ?? null
}

/** Graphile Worker frees a dead worker's jobs after four hours by itself. */
export async function unlockWorkers(db: Queryable, workerIds: string[]): Promise<void> {
  if (workerIds.length > 0)
    await db.query("select graphile_worker.force_unlock_workers($1::text[])", [workerIds])
}
