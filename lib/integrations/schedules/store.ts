/** $1 integration. */
export const selectSchedules = `
  select id, task, streams, filter, cron, time_zone as "timeZone", enabled, next_at as "nextAt"
  from integration_schedules where integration_id = $1 order by position, id`

/** $1 integration. Who changes its schedules does so one after the other: rows that are replaced cannot be waited for. */
export const takeTurn = "select pg_advisory_xact_lock(hashtextextended('schedules:' || $1::text, 0))::text"

/** $1 integration. The dispatcher takes the schedules first and their integration after; whoever writes both does so too. */
export const lockSchedules = `
  select 1 from integration_schedules where integration_id = $1 order by position, id for update`

/** $1 integration. */
export const deleteSchedules = "delete from integration_schedules where integration_id = $1"

/** $1 integration, $2 task, $3 streams, $4 filter, $5 cron, $6 zone, $7 enabled, $8 next time, $9 its place among them. */
export const insertSchedule = `
  insert into integration_schedules (integration_id, task, streams, filter, cron, time_zone, enabled, next_at, position)
  values ($1::uuid, $2, $3::text[], $4::text[], $5, $6, $7, $8::timestamptz, $9::int)`

/** $1 integration, whose own schedule ends where it has several; $2 the zone that its business days go by, null to leave it. */
export const dropOwnSchedule = `
  update integrations
  set cron = null, sync_interval = null, next_sync_at = null, time_zone = coalesce($2, time_zone)
  where id = $1::uuid`

/** $1 integration. Gives up its several schedules where it has one of its own now. */
export const dropForeignSchedules = `
  delete from integration_schedules s using integrations i
  where s.integration_id = $1::uuid and i.id = s.integration_id and (i.cron is not null or i.sync_interval is not null)`

/** $1 integration. Its next run is the first of its schedules; touches none that has no schedules. */
export const planNext = `
  update integrations i
  set next_sync_at = case when i.sync_enabled then
    (select min(s.next_at) from integration_schedules s where s.integration_id = i.id and s.enabled) end
  where i.id = $1::uuid and exists (select 1 from integration_schedules s where s.integration_id = i.id)`

/** $1 integration, $2 now. Locked, so that of two dispatchers the second finds nothing. */
export const lockDue = `
  select id, task, streams, filter, cron, time_zone as "timeZone", enabled, next_at as "nextAt"
  from integration_schedules
  where integration_id = $1 and enabled and next_at <= $2
  order by position, id for update`

/** $1 schedule, $2 next time. */
export const advance = "update integration_schedules set next_at = $2 where id = $1"
