export type DueIntegration = {
  id: string
  accountId: string
  provider: string
  syncInterval: number | null
  cron: string | null
  timeZone: string
  /** The planned time that has come. */
  nextSyncAt: Date
}

/** $1 now, $2 MDM providers, $3 limit. Reads the index integrations_due. */
export const selectDue = `
  with due as (
    select i.*, row_number() over (partition by i.account_id order by i.next_sync_at, i.id) as turn
    from integrations i
    join accounts a on a.id = i.account_id
    where i.sync_enabled
      and i.deleted_at is null
      and i.next_sync_at <= $1
      and (i.provider <> all($2::text[]) or i.provider = a.device_source)
  )
  select
    id, account_id as "accountId", provider, sync_interval as "syncInterval", cron, time_zone as "timeZone",
    next_sync_at as "nextSyncAt"
  from due
  order by turn, next_sync_at, id
  limit $3`

/** $1 integration, $2 planned time that has come, $3 next. Touches no row when another dispatcher was first. */
export const advance = `
  update integrations set next_sync_at = $3
  where id = $1 and next_sync_at = $2 and sync_enabled and deleted_at is null`
