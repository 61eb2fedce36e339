import type { Versioned } from "@/lib/domain/session"
import type { Merge, Writing } from "@/lib/inventory/devices/merge/scope"

/** The tables that one merge works in; gone with its transaction. */
export async function openTables({ client }: Writing): Promise<void> {
  await client.query(`
    create temp table plan_rows (
      external_id text, serial_key text, action text, device_id uuid, is_new boolean,
      has_new_serial boolean, staged tid) on commit drop;
    create temp table serial_changes (device_id uuid, wanted text) on commit drop;
    create temp table attribute_changes (device_id uuid, fields jsonb) on commit drop;
    create temp table module_changes (external_id text, device_id uuid, fields jsonb) on commit drop;
    create temp table touched_rows (device_id uuid) on commit drop;
    create temp table resolved_devices (
      id uuid, joined boolean, status text, serial_key text, name text, serial_number text, model text,
      model_identifier text, type text, kind text, assigned_to text, os_version text) on commit drop`)
}

/**
 * Compares what was staged with what is known: `plan_rows` holds every record that asks for a write, and nothing else, so an
 * unchanged fleet leaves it empty; `staged` tells where the record's staged row lies, which stays there until the transaction
 * ends. Configuration is taken only from a newer version where a source has versions, or whole from a thing that was made anew
 * under its old id (S3-VERSION): its identity tells, or it is among `anew`.
 */
export async function comparePlan(
  { client, integrationId, syncLogId, stream }: Merge,
  anew: string[],
): Promise<void> {
  await client.query(
    `insert into plan_rows (external_id, serial_key, action, device_id, is_new, has_new_serial, staged)
     select s.external_id, s.serial_key,
            case when r.external_id is null then 'create'
                 when r.retired_at is not null then 'restore'
                 else 'update' end as action,
            coalesce(r.device_id, uuid_v7()) as device_id,
            r.external_id is null as is_new,
            r.external_id is not null and s.serial_key is not null and r.serial_key is distinct from s.serial_key as has_new_serial,
            s.ctid
       from sync_records s
       left join device_records r
         on r.integration_id = $1 and r.stream = $3 and r.external_id = s.external_id
      where s.sync_log_id = $2 and s.stream = $3 and s.content_hash <> ''
        and (r.external_id is null
             or r.retired_at is not null
             or (r.content_hash <> s.content_hash
                 and (s.source_version is null or r.source_version is null or s.source_version > r.source_version
                      or s.identity <> r.identity or s.external_id = any($4))))`,
    [integrationId, syncLogId, stream, anew],
  )
}

/** Staged records that `comparePlan` would leave, although they say something else than what is known. */
export async function findBehind(
  { client, integrationId, syncLogId, stream }: Merge,
  limit: number,
): Promise<Versioned[]> {
  const { rows } = await client.query<Versioned>(
    `select s.external_id as "externalId", s.source_version::float8 as "sourceVersion"
       from sync_records s
       join device_records r
         on r.integration_id = $1 and r.stream = $3 and r.external_id = s.external_id
      where s.sync_log_id = $2 and s.stream = $3 and s.content_hash <> '' and r.content_hash <> s.content_hash
        and r.retired_at is null and s.source_version <= r.source_version and (s.identity <> r.identity) is not true
      limit $4`,
    [integrationId, syncLogId, stream, limit],
  )
  return rows
}

/**
 * A record nobody knew, or that leaves its device, finds the device of its serial within the account; a retired one comes back
 * with its history. A serial that is given up in this run names the device that gets it, not the one that had it.
 */
export async function linkBySerial({ client, accountId }: Merge): Promise<void> {
  await client.query(
    `update plan_rows p
        set device_id = d.id, is_new = false,
            action = case when p.action = 'move' then 'move' when d.status = 'retired' then 'rejoin' else 'link' end
       from devices d
       left join serial_changes m on m.device_id = d.id
      where p.is_new and d.account_id = $1 and coalesce(m.wanted, d.serial_key) = p.serial_key
        and (m.device_id is not null or d.serial_key is not null)`,
    [accountId],
  )
}

/**
 * Several records with one serial are one device: the first makes or joins it, the others are conflicts, kept as further
 * records of that device. A record that is already the device's own and still there comes before any newcomer.
 */
export async function markConflicts({ client, integrationId, syncLogId, stream }: Merge): Promise<void> {
  await client.query(
    `update plan_rows p
        set action = case p.action when 'move' then 'move' else 'conflict' end, device_id = t.device_id, is_new = false
       from (select serial_key, min(external_id) as first, (array_agg(device_id order by external_id))[1] as device_id
               from plan_rows where action in ('create', 'link', 'rejoin', 'move') and serial_key is not null
              group by serial_key having count(*) > 1) t
      where p.action in ('create', 'link', 'rejoin', 'move') and p.serial_key = t.serial_key and p.external_id <> t.first`,
  )
  await client.query(
    `update plan_rows p set action = 'conflict'
       from device_records r
       join sync_records s on s.sync_log_id = $3 and s.stream = $2 and s.external_id = r.external_id
      where p.action = 'link' and r.device_id = p.device_id
        and r.integration_id = $1 and r.stream = $2 and r.retired_at is null
        and not exists (select 1 from plan_rows o where o.external_id = r.external_id and o.action = 'move')`,
    [integrationId, stream, syncLogId],
  )
}

/**
 * Staged rows are taken from where they lie, in the order of the plan: a hash of a million of them would not fit in memory and go
 * to disk and back. Until `planByHash`.
 */
export async function planByPlace({ client }: Writing): Promise<void> {
  await client.query(
    "set local enable_nestloop = on; set local enable_hashjoin = off; set local enable_mergejoin = off",
  )
}

/** As before `planByPlace`. */
export async function planByHash({ client }: Writing): Promise<void> {
  await client.query(
    "set local enable_nestloop = off; set local enable_hashjoin = on; set local enable_mergejoin = on",
  )
}

/** Whether the plan has anything but records nobody knew, on devices nobody knew. */
export async function hasRewrites({ client }: Writing): Promise<boolean> {
  const { rowCount } = await client.query("select 1 from plan_rows where action <> 'create' limit 1")
  return rowCount === 1
}

/** How many plan rows ask for what; a record that leaves for a device of its own makes one. */
export async function countActions({ client }: Merge): Promise<Map<string, number>> {
  const { rows } = await client.query<{ action: string; rows: number }>(
    `select case when is_new then 'create' else action end as action, count(*)::int as rows
       from plan_rows group by 1`,
  )
  return new Map(rows.map((row) => [row.action, row.rows]))
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
