import type { Merge } from "@/lib/inventory/devices/merge/scope"

/** States of new devices, which have none yet; those of other devices come by `updateStates`. */
export async function insertStates({ client, integrationId }: Merge): Promise<void> {
  await client.query(
    `insert into device_states (device_id, integration_id, connection_state, last_activity_at)
     select p.device_id, $1, s.connection_state, s.last_activity_at
       from plan_rows p
       join sync_records s on s.ctid = p.staged
      where p.is_new and s.connection_state is not null`,
    [integrationId],
  )
}

/**
 * Only rows that differ are touched, and devices that had no state so far get one: the source gave none before, or the
 * integration that did was removed. Where several records speak of one device, the one heard from last does; where one
 * alone does, it is believed even when it takes a time back. Going on or off line is an event; a heartbeat is not.
 */
export async function updateStates(merge: Merge): Promise<void> {
  const { client, accountId, integrationId, syncLogId, stream } = merge
  await client.query(
    `with heard as materialized (
     select distinct on (r.device_id) r.device_id, s.connection_state, s.last_activity_at, c.connection_state as was
       from sync_records s
       join device_records r
         on r.integration_id = $1 and r.stream = $3 and r.external_id = s.external_id and r.retired_at is null
       left join device_states c on c.device_id = r.device_id
      where s.sync_log_id = $2 and s.stream = $3 and s.connection_state is not null
        and (c.connection_state, c.last_activity_at) is distinct from (s.connection_state, s.last_activity_at)
        and (coalesce(s.last_activity_at, '-infinity') >= coalesce(c.last_activity_at, '-infinity')
             or (select count(*) from device_records o where o.device_id = r.device_id and o.retired_at is null) = 1)
      order by r.device_id, s.last_activity_at desc nulls last),
     moved as (
     update device_states t
        set integration_id = $1, connection_state = h.connection_state, last_activity_at = h.last_activity_at
       from heard h
      where h.was is not null and t.device_id = h.device_id
     returning t.device_id, h.was, h.connection_state as now, h.last_activity_at as last),
     told as (
     insert into events (account_id, kind, subject_id, integration_id, sync_log_id, data)
     select $4, 'device.connection_changed', device_id, $1, $2, jsonb_build_object('from', was, 'to', now, 'lastActivityAt', last)
       from moved where was <> now)
     insert into device_states (device_id, integration_id, connection_state, last_activity_at)
     select device_id, $1, connection_state, last_activity_at from heard where was is null
     on conflict (device_id) do nothing`,
    [integrationId, syncLogId, stream, accountId],
  )
}
