/** $1 integration. Locks it, so that two endings are counted one after the other. */
export const lockState = `
  select state, sync_interval as "syncInterval", cron, time_zone as "timeZone", next_sync_at as "nextSyncAt"
  from integrations where id = $1 and deleted_at is null for no key update`

/** $1 integration, $2 state, $3 next run. */
export const writeState = "update integrations set state = $2::jsonb, next_sync_at = $3 where id = $1"

/**
 * $1 integration, $2 the streams that a run read, null for all. What started it, if not the integration's own schedule: streams
 * with intervals of their own, or the schedules of one that has several.
 */
export const selectStarters = `
  select s.sync_interval as "syncInterval", null as cron, 'UTC' as "timeZone"
    from integration_streams s
   where s.integration_id = $1::uuid and s.sync_interval is not null and s.stream = any($2::text[])
  union all
  select null, p.cron, p.time_zone
    from integration_schedules p
   where p.integration_id = $1::uuid and p.enabled and p.task = 'read'
     and (p.streams = '{}' or $2::text[] is null or p.streams && $2::text[])`
