import type { Merge } from "@/lib/inventory/devices/merge/scope"

const toInsert = "('create', 'link', 'rejoin', 'conflict')"
const fields =
  `json_to_record(s.fields::json) as f(name text, "serialNumber" text, model text, "modelIdentifier" text, type text, ` +
  `kind text, "assignedTo" text, "osVersion" text)`

export async function insertDevices({ client, accountId }: Merge): Promise<void> {
  await client.query(
    `insert into devices (id, account_id, name, serial_number, serial_key, model, model_identifier, type, kind, assigned_to, os_version)
     select p.device_id, $1, f.name, f."serialNumber", p.serial_key, f.model, f."modelIdentifier", f.type, f.kind, f."assignedTo", f."osVersion"
       from plan_rows p
       join sync_records s on s.ctid = p.staged,
            ${fields}
      where p.is_new`,
    [accountId],
  )
}

export async function insertRecords({ client, accountId, integrationId, stream }: Merge): Promise<void> {
  await client.query(
    `insert into device_records (account_id, integration_id, stream, external_id, device_id, content_hash, source_version, identity, serial_key, fields, attributes)
     select $1, $2, $3, p.external_id, p.device_id, s.content_hash, s.source_version, s.identity, s.serial_key, s.fields::jsonb, s.attributes::jsonb
       from plan_rows p
       join sync_records s on s.ctid = p.staged
      where p.action in ${toInsert}`,
    [accountId, integrationId, stream],
  )
}

/** What the provider's own attributes were and are, for the history; taken before the records are overwritten. */
export async function compareAttributes({ client, integrationId, syncLogId, stream }: Merge): Promise<void> {
  await client.query(
    `insert into attribute_changes (device_id, fields)
     select p.device_id, jsonb_object_agg('attributes.' || c.key, jsonb_build_array(c.before, c.after)) as fields
       from plan_rows p
       join sync_records s on s.sync_log_id = $2 and s.stream = $3 and s.external_id = p.external_id
       join device_records r on r.integration_id = $1 and r.stream = s.stream and r.external_id = p.external_id
      cross join lateral (
        select coalesce(o.key, n.key) as key, o.value as before, n.value as after
          from jsonb_each(r.attributes) o full join jsonb_each(s.attributes::jsonb) n on o.key = n.key
         where o.value is distinct from n.value) c
      where p.action in ('update', 'restore')
      group by p.device_id`,
    [integrationId, syncLogId, stream],
  )
}

export async function updateRecords({ client, integrationId, syncLogId, stream }: Merge): Promise<void> {
  await client.query(
    `update device_records r
        set device_id = p.device_id, content_hash = s.content_hash, source_version = s.source_version, identity = s.identity, serial_key = s.serial_key, fields = s.fields::jsonb,
            attributes = s.attributes::jsonb, retired_at = null, missing_since = null, missing_sync_id = null,
            hold_id = null, updated_at = now()
       from plan_rows p
       join sync_records s on s.sync_log_id = $2 and s.stream = $3 and s.external_id = p.external_id
      where p.action in ('update', 'restore', 'move')
        and r.integration_id = $1 and r.stream = $3 and r.external_id = p.external_id`,
    [integrationId, syncLogId, stream],
  )
}

/** The devices that records leave are looked at again, without them. */
export async function touchLeft({ client, integrationId, stream }: Merge): Promise<void> {
  await client.query(
    `insert into touched_rows (device_id)
     select r.device_id
       from plan_rows p
       join device_records r on r.integration_id = $1 and r.stream = $2 and r.external_id = p.external_id
      where p.action = 'move'`,
    [integrationId, stream],
  )
}

/** What an integration left behind when it was removed gives way once a source speaks for the device again. */
export async function dropReleased({ client }: Merge): Promise<void> {
  await client.query(
    `update devices d set manual = null
       from plan_rows p
      where p.action in ('link', 'rejoin', 'move') and d.id = p.device_id and d.manual->>'released' = 'true'`,
  )
}

/** The history of what this run made: one row a device. Joined devices get theirs when their values are resolved. */
export async function recordCreations({ client, accountId, integrationId, syncLogId }: Merge): Promise<void> {
  await client.query(
    `insert into device_changes (account_id, device_id, sync_log_id, integration_id, kind)
     select $1, device_id, $2, $3, 'created' from plan_rows where is_new`,
    [accountId, syncLogId, integrationId],
  )
}
