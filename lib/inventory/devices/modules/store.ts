/**
 * $1 device, $2 name, $3 integration and $4 external id of the last one before or null, $5 limit. What a source says of a record
 * that it still has is known as of its last complete read.
 */
export const selectModules = `
  select k.name, k.image, k.version, k.desired_status as "desiredStatus", k.runtime_status as "runtimeStatus",
         k.restarts::float8 as restarts, k.exit_code::float8 as "exitCode", k.connection_state as "connectionState",
         k.last_activity_at as "lastActivityAt", k.integration_id as "integrationId", i.name as "integrationName",
         r.external_id as "externalId", k.updated_at as "changedAt",
         greatest(k.updated_at, case when r.missing_since is null then s.last_complete_at end) as "knownAt"
    from device_records r
    join device_modules k
      on k.integration_id = r.integration_id and k.stream = r.stream and k.external_id = r.external_id
    join integrations i on i.id = r.integration_id
    left join integration_streams s on s.integration_id = r.integration_id and s.stream = r.stream
   where r.device_id = $1
     and ($2::text is null or (k.name, k.integration_id, k.external_id) > ($2, $3::uuid, $4))
   order by k.name, k.integration_id, k.external_id
   limit $5`

/** $1 device. Until when its connection state is known: the last complete read of the source that gave it. */
export const selectStateKnown = `
  select max(s.last_complete_at) as at
    from device_states t
    join device_records r on r.device_id = t.device_id and r.integration_id = t.integration_id and r.missing_since is null
    join integration_streams s on s.integration_id = r.integration_id and s.stream = r.stream
   where t.device_id = $1`
