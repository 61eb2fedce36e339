/** What a device `d` is shown with; `stateAndSources` gives `s` and `x`. */
export const deviceColumns = `
  d.id, d.name, d.serial_number as "serialNumber", d.model, d.model_identifier as "modelIdentifier", d.type, d.kind,
  d.status, d.assigned_to as "assignedTo", d.os_version as "osVersion", d.created_at as "createdAt",
  d.updated_at as "updatedAt", coalesce(s.connection_state, 'unknown') as "connectionState",
  s.last_activity_at as "lastActivityAt", coalesce(x.external_ids, '[]') as "externalIds",
  coalesce(x.sources, '[]') as sources`

/** Whether a record `r` speaks of its device `d`; a retired device keeps the sources it had. */
export const reportsNow = "(r.retired_at is null or d.status = 'retired')"

/** The same at a past time, an SQL expression: by then it was known, and not gone yet as far as today's records tell. */
export const reportedAt = (time: string): string =>
  `r.created_at <= ${time} and (r.retired_at is null or r.retired_at > ${time} or d.status = 'retired')`

/** `reports` is one of the two above. The state that moves all the time is known of now alone. */
export const stateAndSources = (reports: string): string => `
  left join device_states s on s.device_id = d.id and ${reports === reportsNow}
  left join lateral (
    select
      jsonb_agg(distinct r.external_id) as external_ids,
      jsonb_agg(distinct jsonb_build_object('integrationId', i.id, 'name', i.name, 'provider', i.provider)) as sources
    from device_records r
    join integrations i on i.id = r.integration_id
    where r.device_id = d.id and ${reports}
  ) x on true`
