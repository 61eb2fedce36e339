/** $1 integration. Locks it, so that two endings are counted one after the other. */
export const lockState = `
  select state, sync_interval as "syncInterval", cron, time_zone as "timeZone", next_sync_at as "nextSyncAt"
  from integrations where id = $1 and deleted_at is null for no key update`

/** $1 integration, $2 state, $3 next run. */
export const writeState = "update integrations set state = $2::jsonb, next_sync_at = $3 where id = $1"
