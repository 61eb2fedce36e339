import type { Merge, Writing } from "@/lib/inventory/devices/merge/scope"

/** The tables that one merge works in; gone with its transaction. */
export async function openTables({ client }: Writing): Promise<void> {
  await client.query(`
    create temp table plan_rows (external_id text, serial_key text, action text, device_id uuid) on commit drop;
    create temp table attribute_changes (device_id uuid, fields jsonb) on commit drop;
    create temp table retired_rows (device_id uuid) on commit drop;
    create temp table resolved_devices (
      id uuid, joined boolean, status text, serial_key text, name text, serial_number text, model text,
      model_identifier text, type text, kind text, assigned_to text, os_version text) on commit drop`)
}

/**
 * Compares what was staged with what is known: `plan_rows` holds every record that asks for a write, and nothing else, so an
 * unchanged fleet leaves it empty. Configuration is taken only from a newer version where a source has versions, or whole
 * from a thing that was made anew under its old id (S3-VERSION).
 */
export async function comparePlan({ client, integrationId, syncLogId, stream }: Merge): Promise<void> {
  await client.query(
    `insert into plan_rows (external_id, serial_key, action, device_id)
     select s.external_id, s.serial_key,
            case when r.external_id is null then 'create'
                 when r.retired_at is not null then 'restore'
                 else 'update' end as action,
            coalesce(r.device_id, uuid_v7()) as device_id
       from sync_records s
       left join device_records r
         on r.integration_id = $1 and r.stream = $3 and r.external_id = s.external_id
      where s.sync_log_id = $2 and s.stream = $3 and s.content_hash <> ''
        and (r.external_id is null
             or r.retired_at is not null
             or (r.content_hash <> s.content_hash
                 and (s.source_version is null or r.source_version is null or s.source_version > r.source_version
                      or s.identity <> r.identity)))`,
    [integrationId, syncLogId, stream],
  )
}

/** A record nobody knew finds its device by serial, within the account; a retired device comes back with its history. */
export async function linkBySerial({ client, accountId }: Merge): Promise<void> {
  await client.query(
    `update plan_rows p
        set device_id = d.id, action = case when d.status = 'retired' then 'rejoin' else 'link' end
       from devices d
      where p.action = 'create' and d.account_id = $1 and d.serial_key = p.serial_key`,
    [accountId],
  )
}

/**
 * Several records with one serial are one device: the first makes or joins it, the others are conflicts, kept as further
 * records of that device. A record that is already the device's own and still there comes before any newcomer.
 */
export async function markConflicts({ client, integrationId, syncLogId, stream }: Merge): Promise<void> {
  await client.query(
    `update plan_rows p set action = 'conflict', device_id = t.device_id
       from (select serial_key, min(external_id) as first, (array_agg(device_id order by external_id))[1] as device_id
               from plan_rows where action in ('create', 'link', 'rejoin') and serial_key is not null
              group by serial_key having count(*) > 1) t
      where p.action in ('create', 'link', 'rejoin') and p.serial_key = t.serial_key and p.external_id <> t.first`,
  )
  await client.query(
    `update plan_rows p set action = 'conflict'
       from device_records r
       join sync_records s on s.sync_log_id = $3 and s.stream = $2 and s.external_id = r.external_id
      where p.action = 'link' and r.device_id = p.device_id
        and r.integration_id = $1 and r.stream = $2 and r.retired_at is null`,
    [integrationId, stream, syncLogId],
  )
}

/** One line for each of the first hundred conflicts. */
export async function describeConflicts({ client, integrationId }: Merge) {
  const { rows } = await client.query<{ externalId: string; message: string }>(
    `select p.external_id as "externalId",
            format('Serial %s is also reported by %s. Both are kept as one device; the older record gives its values.',
                   p.serial_key, coalesce((select min(o.external_id) from device_records o
                     where o.device_id = p.device_id and o.integration_id = $1 and o.external_id <> p.external_id), 'another record'))
              as message
       from plan_rows p where p.action = 'conflict' order by p.external_id limit 100`,
    [integrationId],
  )
  return rows
}
