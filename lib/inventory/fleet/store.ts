/** $1 account. Active devices by kind, type and last known connection, one pass over the account's devices. */
export const selectFleet = `
  select
    d.kind, d.type, coalesce(s.connection_state, 'unknown') as "connectionState", count(*)::int as devices,
    (count(*) filter (where d.created_at > now() - interval '7 days'))::int as new
  from devices d
  left join device_states s on s.device_id = d.id
  where d.account_id = $1 and d.status = 'active'
  group by 1, 2, 3`

/** $1 account. */
export const countLatelyRemoved = `
  select count(*)::int as devices
  from devices
  where account_id = $1 and status = 'retired' and retired_at > now() - interval '7 days'`

/** $1 account. Active devices that no integration reports. */
export const countKeptByHand = `
  select count(*)::int as devices
  from devices d
  where d.account_id = $1 and d.status = 'active' and d.manual is not null
    and not exists (select 1 from device_records r where r.device_id = d.id and r.retired_at is null)`

/**
 * $1 account, $2 start of the first day, $3 days, $4 least id of a run of that time. What syncs changed by the day in UTC that
 * they were queued on, days without a run too. Reads the index sync_logs (account_id, id), since ids tell their time.
 */
export const selectDailyChanges = `
  with changed as (
    select
      (created_at at time zone 'UTC')::date as day, sum((counts->>'created')::int)::int as created,
      sum((counts->>'updated')::int)::int as updated, sum((counts->>'removed')::int)::int as removed
    from sync_logs
    where account_id = $1 and id >= $4::uuid and mode = 'sync' and status in ('SUCCESS', 'PARTIAL')
    group by 1
  )
  select
    to_char(d.day, 'YYYY-MM-DD') as day, coalesce(c.created, 0) as created, coalesce(c.updated, 0) as updated,
    coalesce(c.removed, 0) as removed
  from (select ($2::timestamptz at time zone 'UTC')::date + n as day from generate_series(0, $3::int - 1) n) d
  left join changed c on c.day = d.day
  order by d.day`
