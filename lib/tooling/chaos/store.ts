/** Runs that have not ended, or ended without saying when. */
export const selectUnended = `
  select id, status, attempt from sync_logs where status in ('PENDING', 'RUNNING') or completed_at is null`

/** $1 the last run looked at before. Runs since, with what the history says that each of them did. */
export const selectRuns = `
  select l.id, l.status, l.attempt, l.error_code as "errorCode", l.counts, l.receipt->'devices' as receipt,
         (select coalesce(jsonb_object_agg(kind, changes), '{}')
            from (select kind, count(*) as changes from device_changes where sync_log_id = l.id group by kind) c) as changes
    from sync_logs l where l.id > $1 order by l.id`

/** $1 integration: what its live records have made of the devices. */
export const selectInventory = `
  select r.external_id as "externalId", d.serial_number as "serialNumber", d.name, d.model,
         d.assigned_to as "assignedTo", d.os_version as "osVersion"
    from device_records r join devices d on d.id = r.device_id and d.status = 'active'
   where r.integration_id = $1 and r.retired_at is null
   order by d.serial_number, r.external_id`

/** $1 account: active devices that no record speaks of. */
export const selectOrphans = `
  select d.id, d.serial_number from devices d
   where d.account_id = $1 and d.status = 'active'
     and not exists (select from device_records r where r.device_id = d.id and r.retired_at is null)`

/** $1 account. */
export const selectDevices = "select * from devices where account_id = $1"

/** $1 account, $2 the last change looked at before. */
export const selectChanges = `
  select id, device_id as "deviceId", kind, fields from device_changes
   where account_id = $1 and id > $2 order by id`

export const countStaged = "select count(*)::int as staged from sync_records"

/** $1 account. */
export const selectOpenHolds = "select id from removal_holds where account_id = $1 and status = 'open'"

/** $1 integration, $2 minutes by which its schedule's clock is put forward or back from now. */
export const stepClock = `
  update integrations set sync_interval = 300, cron = null, sync_enabled = true,
         next_sync_at = now() + make_interval(mins => $2) where id = $1`

/** $1 integration. */
export const selectLiveRun = `
  select id from sync_logs where integration_id = $1 and status in ('PENDING', 'RUNNING')`

/** Puts every schedule a day off, so that only what is asked for runs. */
export const quietSchedules = "update integrations set next_sync_at = now() + interval '1 day'"

/** Brings forward what was put off: tries that come later come now. */
export const hastenJobs = `
  update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null and key like 'sync:%'`

/** $1 runs. */
export const countLive = `
  select count(*)::int as live from sync_logs where status in ('PENDING', 'RUNNING')`

/** $1 runs: those that changed something, and records that are missing but not yet removed. */
export const selectUnrest = `
  select (select count(*) from sync_logs l
           where l.id = any($1) and (l.status <> 'SUCCESS'
             or (l.counts->>'created')::int + (l.counts->>'updated')::int + (l.counts->>'removed')::int
              + (l.counts->>'restored')::int + (l.counts->>'conflicts')::int > 0))::int as moved,
         (select count(*) from device_records where missing_since is not null and retired_at is null)::int as missing`
