/** $1 account, $2 integration, $3 trigger, $4 mode, $5 user. Gives no row when a run of the integration is live. */
export const insertRun = `
  insert into sync_logs (account_id, integration_id, trigger, mode, triggered_by_id)
  values ($1::uuid, $2::uuid, $3::sync_trigger, $4::sync_mode, $5::uuid)
  on conflict (integration_id) where status in ('PENDING', 'RUNNING') do nothing
  returning id`

/** $1 integration. Reads the index sync_logs_one_live_run. */
export const selectLiveRun = `
  select id from sync_logs where integration_id = $1::uuid and status in ('PENDING', 'RUNNING')`

/** $1 run. Ends one that has not begun, flags one that is running; gives no row for one that has ended. */
export const requestCancel = `
  with asked as (
    update sync_logs set
      cancel_requested_at = coalesce(cancel_requested_at, now()),
      status = case status when 'PENDING' then 'CANCELLED' else status end,
      completed_at = case status when 'PENDING' then now() end
    where id = $1::uuid and status in ('PENDING', 'RUNNING')
    returning id, status
  ), emptied as (
    delete from sync_records r using asked where r.sync_log_id = asked.id and asked.status = 'CANCELLED'
  )
  select id from asked`

/** $1 integration. Ends its live run for good: the attempt moves on, so that its worker can write no more. */
export const endLiveRun = `
  with ended as (
    update sync_logs set status = 'CANCELLED', attempt = attempt + 1, completed_at = now(), heartbeat_at = null
    where integration_id = $1 and status in ('PENDING', 'RUNNING')
    returning id
  )
  delete from sync_records r using ended where r.sync_log_id = ended.id`

/** $1 run, $2 last id of the page before or null, $3 limit. Reads the index device_changes (sync_log_id, id). */
export const selectRunChanges = `
  select
    c.id, c.kind, c.fields, c.at, c.sync_log_id as "syncLogId", c.device_id as "deviceId", d.name as "deviceName",
    d.serial_number as "serialNumber", i.name as "integrationName", u.name as "actorName"
  from device_changes c
  left join devices d on d.id = c.device_id
  left join integrations i on i.id = c.integration_id
  left join users u on u.id = c.actor_id
  where c.sync_log_id = $1 and ($2::uuid is null or c.id > $2)
  order by c.id
  limit $3`
