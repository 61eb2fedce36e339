import type { SyncError } from "@/lib/domain/sync-log"
import type { Queryable } from "@/lib/jobs/enqueue"
import type { Run } from "@/lib/sync/run"
import { type Db, runColumns } from "@/lib/sync/store"

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

export type DeadRun = {
  syncLogId: string
  attempt: number
  workerId: string | null
  deaths: number
  status: "PENDING" | "CANCELLED"
  checkpoint: unknown
}

/**
 * RUNNING without a heartbeat for so long: its worker died. Counts the death and makes it PENDING again; one that somebody asked
 * to cancel has ended.
 */
export async function releaseDeadRuns(db: Db, deadAfterSeconds: number): Promise<DeadRun[]> {
  const { rows } = await db.query<DeadRun>(
    `update sync_logs log
        set status = case when log.cancel_requested_at is null then 'PENDING' else 'CANCELLED' end::sync_status,
            completed_at = case when log.cancel_requested_at is not null then now() end, heartbeat_at = null,
            context = jsonb_set(log.context, '{deaths}', to_jsonb(coalesce((log.context->>'deaths')::int, 0) + 1))
       from (select id, worker_id from sync_logs
              where status = 'RUNNING' and heartbeat_at < now() - make_interval(secs => $1) for update skip locked) dead
      where log.id = dead.id
     returning log.id as "syncLogId", log.attempt, dead.worker_id as "workerId", (log.context->>'deaths')::int as deaths,
                log.status, log.checkpoint`,
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
