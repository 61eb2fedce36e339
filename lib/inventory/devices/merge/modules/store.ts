import type { Merge } from "@/lib/inventory/devices/merge/scope"

/** What staged records say of their modules, a name once a record; $2 run, $3 stream. */
const said = `
  select distinct on (s.external_id, m.name) s.external_id, m.*
    from sync_records s
   cross join lateral json_to_recordset(s.modules::json) as m(
     name text, image text, version text, "desiredStatus" text, "runtimeStatus" text, restarts bigint, "exitCode" bigint,
     "connectionState" text, "lastActivityAt" timestamptz(3))
   where s.sync_log_id = $2 and s.stream = $3 and s.modules is not null
   order by s.external_id, m.name`

const configured = (desiredStatus: string) =>
  `jsonb_build_object('image', image, 'version', version, 'desiredStatus', ${desiredStatus})`

/** Whether the source speaks of modules, or did. Reads the index sync_records_modules. */
export async function hasModules({ client, integrationId, syncLogId, stream }: Merge): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select exists (select 1 from sync_records where sync_log_id = $2 and stream = $3 and modules is not null)
         or exists (select 1 from device_modules where integration_id = $1 and stream = $3) as found`,
    [integrationId, syncLogId, stream],
  )
  return rows[0]?.found === true
}

/**
 * Finds known records whose modules came, went or are meant to run otherwise, into `module_changes`; a record where nothing
 * else changed then asks for a write too. What merely runs otherwise is no change. A device that is no edge device any more
 * runs nothing.
 */
export async function compareModules({ client, integrationId, syncLogId, stream }: Merge): Promise<void> {
  const values = [integrationId, syncLogId, stream]
  await client.query(
    `insert into module_changes (external_id, device_id, fields)
     with known as (
       select k.external_id, k.name, ${configured("desired_status")} as config
         from sync_records s
         join device_modules k on k.integration_id = $1 and k.stream = $3 and k.external_id = s.external_id
        where s.sync_log_id = $2 and s.stream = $3 and s.modules is not null
       union all
       select k.external_id, k.name, ${configured("desired_status")}
         from plan_rows p
         join device_modules k on k.integration_id = $1 and k.stream = $3 and k.external_id = p.external_id
         join sync_records s on s.sync_log_id = $2 and s.stream = $3 and s.external_id = p.external_id
        where s.modules is null and s.fields::json->>'kind' <> 'edge'
     ), staged as (select external_id, name, ${configured('"desiredStatus"')} as config from (${said}) m
     ), differing as (
       select external_id, name, k.config as before, n.config as after
         from known k full join staged n using (external_id, name)
        where k.config is distinct from n.config)
     select r.external_id, r.device_id, jsonb_object_agg('modules.' || d.name, jsonb_build_array(d.before, d.after))
       from differing d
       join device_records r on r.integration_id = $1 and r.stream = $3 and r.external_id = d.external_id
      group by r.external_id, r.device_id`,
    values,
  )
  await client.query(
    `insert into plan_rows (external_id, serial_key, action, device_id, is_new, has_new_serial, staged)
     select m.external_id, s.serial_key, 'update', m.device_id, false, false, s.ctid
       from module_changes m
       join sync_records s on s.sync_log_id = $2 and s.stream = $3 and s.external_id = m.external_id
       join device_records r on r.integration_id = $1 and r.stream = $3 and r.external_id = m.external_id
      where r.content_hash = s.content_hash and r.retired_at is null
        and not exists (select 1 from plan_rows p where p.external_id = m.external_id)`,
    values,
  )
}

/** Adds the changes of modules to those of attributes, for the history. */
export async function addModuleChanges({ client }: Merge): Promise<void> {
  await client.query(
    `with before as (delete from attribute_changes returning device_id, fields)
     insert into attribute_changes (device_id, fields)
     select device_id, jsonb_merge(fields)
       from (select device_id, fields from before
             union all
             select m.device_id, m.fields from module_changes m join plan_rows p on p.external_id = m.external_id) c
      group by device_id`,
  )
}

/**
 * Makes the modules of staged records what the source says; a row that says the same is not touched. Those of what is now
 * known to be no edge device go.
 */
export async function writeModules(merge: Merge): Promise<void> {
  const { client, accountId, integrationId, syncLogId, stream } = merge
  await client.query(
    `delete from device_modules k
      using sync_records s
      where s.sync_log_id = $2 and s.stream = $3 and s.modules is not null
        and k.integration_id = $1 and k.stream = $3 and k.external_id = s.external_id
        and not exists (select 1 from json_to_recordset(s.modules::json) as m(name text) where m.name = k.name)`,
    [integrationId, syncLogId, stream],
  )
  await client.query(
    `delete from device_modules k
      using device_records r, sync_records s
      where k.integration_id = $1 and k.stream = $3
        and r.integration_id = $1 and r.stream = $3 and r.external_id = k.external_id and r.fields->>'kind' <> 'edge'
        and s.sync_log_id = $2 and s.stream = $3 and s.external_id = k.external_id
        and s.modules is null and s.content_hash <> ''`,
    [integrationId, syncLogId, stream],
  )
  await client.query(
    `insert into device_modules (integration_id, stream, external_id, name, account_id, image, version, desired_status,
                                 runtime_status, restarts, exit_code, connection_state, last_activity_at)
     select $1, $3, m.external_id, m.name, $4, m.image, m.version, m."desiredStatus", m."runtimeStatus", m.restarts,
            m."exitCode", m."connectionState", m."lastActivityAt"
       from (${said}) m
       join device_records r
         on r.integration_id = $1 and r.stream = $3 and r.external_id = m.external_id and r.retired_at is null
       left join device_modules k
         on k.integration_id = $1 and k.stream = $3 and k.external_id = m.external_id and k.name = m.name
      where k.name is null
         or (k.image, k.version, k.desired_status, k.runtime_status, k.restarts, k.exit_code, k.connection_state, k.last_activity_at)
            is distinct from
            (m.image, m.version, m."desiredStatus", m."runtimeStatus", m.restarts, m."exitCode", m."connectionState", m."lastActivityAt")
     on conflict (integration_id, stream, external_id, name) do update
        set image = excluded.image, version = excluded.version, desired_status = excluded.desired_status,
            runtime_status = excluded.runtime_status, restarts = excluded.restarts, exit_code = excluded.exit_code,
            connection_state = excluded.connection_state, last_activity_at = excluded.last_activity_at, updated_at = now()`,
    [integrationId, syncLogId, stream, accountId],
  )
}
