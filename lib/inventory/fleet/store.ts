/** $1 account. Active devices by type and by last known connection, one pass over the account's devices. */
export const selectFleet = `
  select
    d.type, coalesce(s.connection_state, 'unknown') as "connectionState", count(*)::int as devices,
    (count(*) filter (where d.created_at > now() - interval '7 days'))::int as new
  from devices d
  left join device_states s on s.device_id = d.id
  where d.account_id = $1 and d.status = 'active'
  group by 1, 2`

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
