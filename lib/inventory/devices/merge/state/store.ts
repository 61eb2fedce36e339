import type { Merge } from "../scope"

export async function insertStates({ client, integrationId, syncLogId, stream }: Merge): Promise<void> {
  await client.query(
    `insert into device_states (device_id, integration_id, connection_state, last_activity_at)
     select p.device_id, $1, s.connection_state, s.last_activity_at
       from plan_rows p
       join sync_records s on s.sync_log_id = $2 and s.stream = $3 and s.external_id = p.external_id
      where s.connection_state is not null
     on conflict (device_id) do nothing`,
    [integrationId, syncLogId, stream],
  )
}

/**
 * Only rows that differ are touched. Where several records speak of one device, the one heard from last does; where one
 * alone does, it is believed even when it takes a time back.
 */
export async function updateStates({ client, integrationId, syncLogId, stream }: Merge): Promise<void> {
  await client.query(
    `update device_states t
        set integration_id = $1, connection_state = n.connection_state, last_activity_at = n.last_activity_at
       from (select distinct on (r.device_id) r.device_id, s.connection_state, s.last_activity_at
               from sync_records s
               join device_records r
                 on r.integration_id = $1 and r.stream = $3 and r.external_id = s.external_id and r.retired_at is null
               join device_states c on c.device_id = r.device_id
              where s.sync_log_id = $2 and s.stream = $3 and s.connection_state is not null
                and (c.connection_state, c.last_activity_at) is distinct from (s.connection_state, s.last_activity_at)
                and (coalesce(s.last_activity_at, '-infinity') >= coalesce(c.last_activity_at, '-infinity')
                     or (select count(*) from device_records o where o.device_id = r.device_id and o.retired_at is null) = 1)
              order by r.device_id, s.last_activity_at desc nulls last) n
      where t.device_id = n.device_id`,
    [integrationId, syncLogId, stream],
  )
}
