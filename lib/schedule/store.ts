export type DueIntegration = {
  id: string
  accountId: string
  provider: string
  syncInterval: number | null
  cron: string | null
  timeZone: string
  /** When it is planned for; to come, when only some of its streams are due. */
  nextSyncAt: Date
  /** Streams that have an interval of their own. */
  ownStreams: OwnStream[]
  /** It goes by several schedules, not by one of its own. */
  hasSchedules: boolean
}

/** A stream with an interval of its own, in seconds, and the time it is planned for (ISO 8601). */
export type OwnStream = { stream: string; syncInterval: number; nextSyncAt: string | null }

/**
 * $1 now, $2 MDM providers, $3 limit, $4 providers that are switched off. Reads the indexes integrations_due and integration_streams_due. A stream waits, like
 * its integration, while too many runs in a row have failed; snapshots, which ask nobody, do not.
 */
export const selectDue = `
  with known as (
    select id from integrations where sync_enabled and deleted_at is null and next_sync_at <= $1
    union
    select i.id from integration_streams s join integrations i on i.id = s.integration_id
    where s.next_sync_at <= $1 and s.sync_interval is not null and i.sync_enabled and i.deleted_at is null
      and i.next_sync_at is not null and coalesce((i.state->>'breakerUntil')::timestamptz <= $1, true)
    union
    select i.id from integration_schedules p join integrations i on i.id = p.integration_id
    where p.task = 'snapshots' and p.enabled and p.next_at <= $1 and i.sync_enabled and i.deleted_at is null
      and i.next_sync_at is not null
  ), due as (
    select i.*, row_number() over (partition by i.account_id order by i.next_sync_at, i.id) as turn
    from known
    join integrations i on i.id = known.id
    join accounts a on a.id = i.account_id
    where (i.provider <> all($2::text[]) or i.provider = a.device_source) and i.provider <> all($4::text[])
  )
  select
    id, account_id as "accountId", provider, sync_interval as "syncInterval", cron, time_zone as "timeZone",
    next_sync_at as "nextSyncAt",
    (select coalesce(json_agg(json_build_object(
       'stream', s.stream, 'syncInterval', s.sync_interval, 'nextSyncAt', s.next_sync_at)), '[]')
     from integration_streams s where s.integration_id = due.id and s.sync_interval is not null) as "ownStreams",
    exists (select 1 from integration_schedules p where p.integration_id = due.id) as "hasSchedules"
  from due
  order by turn, next_sync_at, id
  limit $3`

/** $1 integration, $2 planned time that has come, $3 next. Touches no row when another dispatcher was first. */
export const advance = `
  update integrations set next_sync_at = $3
  where id = $1 and next_sync_at = $2 and sync_enabled and deleted_at is null`

/** $1 integration, $2 stream, $3 planned time that has come, $4 next. Touches no row when another dispatcher was first. */
export const advanceStream = `
  update integration_streams s set next_sync_at = $4
  from integrations i
  where s.integration_id = $1 and s.stream = $2 and s.next_sync_at = $3
    and i.id = s.integration_id and i.sync_enabled and i.deleted_at is null`

/** $1 integration, $2 stream, $3 seconds or null. */
export const setStreamInterval = `
  insert into integration_streams (integration_id, stream, sync_interval) values ($1::uuid, $2, $3::int)
  on conflict (integration_id, stream) do update set sync_interval = excluded.sync_interval, next_sync_at = null`

/**
 * $1 integration, $2 now. Plans streams that have an interval and no time yet with the integration's next run, or sooner;
 * takes the plan from those whose integration runs by hand only.
 */
export const planStreams = `
  update integration_streams s set
    next_sync_at = case
      when s.sync_interval is null or i.next_sync_at is null then null
      else coalesce(s.next_sync_at, least(i.next_sync_at, $2::timestamptz + make_interval(secs => s.sync_interval)))
    end
  from integrations i
  where i.id = $1::uuid and s.integration_id = i.id`

/** Runs that wait to begin, by account. */
export const countWaiting = `
  select account_id as "accountId", count(*)::int as waiting from sync_logs where status = 'PENDING' group by account_id`
