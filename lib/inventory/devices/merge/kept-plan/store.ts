import type { Merge } from "@/lib/inventory/devices/merge/scope"

const differences = `
  (select coalesce(jsonb_object_agg(key, jsonb_build_array(before, after)), '{}')
     from (select coalesce(o.key, n.key) as key, o.value as before, n.value as after
             from jsonb_each(coalesce(r.fields, d.said, '{}')) o
             full join jsonb_each(s.fields::jsonb) n on o.key = n.key
            where coalesce(o.value, 'null') is distinct from coalesce(n.value, 'null')
           union all
           select 'attributes.' || coalesce(o.key, n.key), o.value, n.value
             from jsonb_each(coalesce(r.attributes, '{}')) o
             full join jsonb_each(s.attributes::jsonb) n on o.key = n.key
            where o.value is distinct from n.value) c)`

/** Keeps what the plan would write, row by row, with every field before and after and all that applying it needs. */
export async function keepWrites({
  client,
  accountId,
  integrationId,
  syncLogId,
  stream,
}: Merge): Promise<void> {
  await client.query(
    `insert into sync_changes (sync_log_id, seq, account_id, stream, external_id, action, device_id, device_name, before_hash, diff,
                               content_hash, source_version, identity, serial_key, fields, attributes, connection_state, last_activity_at)
     select $3, (select coalesce(max(seq), 0) from sync_changes where sync_log_id = $3)
              + row_number() over (order by p.action, p.external_id), $1, $4, p.external_id, p.action,
            case when p.action <> 'create' then p.device_id end,
            coalesce(d.name, s.fields::jsonb->>'name'), r.content_hash, ${differences},
            s.content_hash, s.source_version, s.identity, s.serial_key, s.fields, s.attributes, s.connection_state, s.last_activity_at
       from plan_rows p
       join sync_records s on s.sync_log_id = $3 and s.stream = $4 and s.external_id = p.external_id
       left join device_records r on r.integration_id = $2 and r.stream = $4 and r.external_id = p.external_id
       left join lateral (
         select x.name, jsonb_build_object('name', x.name, 'serialNumber', x.serial_number, 'model', x.model,
                  'modelIdentifier', x.model_identifier, 'type', x.type, 'kind', x.kind, 'assignedTo', x.assigned_to,
                  'osVersion', x.os_version) as said
           from devices x where x.id = p.device_id) d on true`,
    [accountId, integrationId, syncLogId, stream],
  )
}

/** Keeps what would happen to absent records: `missing` at the first absence, then `remove`, or `hold` where the guard says so. */
export async function keepRemovals(merge: Merge, proven: "remove" | "hold" | null): Promise<void> {
  const { client, accountId, integrationId, syncLogId, stream } = merge
  await client.query(
    `insert into sync_changes (sync_log_id, seq, account_id, stream, external_id, action, device_id, device_name, before_hash)
     select $3, (select coalesce(max(seq), 0) from sync_changes where sync_log_id = $3) + row_number() over (order by r.external_id),
            $1, $4, r.external_id, case when r.missing_since is null then 'missing' else $5 end, r.device_id, d.name, r.content_hash
       from device_records r
       join devices d on d.id = r.device_id
      where r.integration_id = $2 and r.stream = $4 and r.retired_at is null
        and (r.missing_since is null or $5::text is not null)
        and not exists (select 1 from removal_holds h where h.id = r.hold_id and h.status = 'dismissed')
        and not exists (select 1 from sync_records s where s.sync_log_id = $3 and s.stream = $4 and s.external_id = r.external_id)`,
    [accountId, integrationId, syncLogId, stream, proven],
  )
}

/** Puts a kept plan's records back on the stage, under the run that applies it. */
export async function restage({ client, syncLogId, stream }: Merge, planId: string): Promise<void> {
  await client.query(
    `insert into sync_records (sync_log_id, stream, seq, external_id, content_hash, source_version, identity, serial_key, fields, attributes,
                               connection_state, last_activity_at)
     select $1, stream, seq, external_id, content_hash, source_version, identity, serial_key, fields, attributes, connection_state, last_activity_at
       from sync_changes where sync_log_id = $2 and stream = $3 and content_hash is not null`,
    [syncLogId, planId, stream],
  )
}

/**
 * Rows of a kept plan that no longer stand as they did when it was made: the record changed, came, went or was found again
 * since. A plan is applied only where there are none.
 */
export async function findMoved({ client, integrationId, stream }: Merge, planId: string) {
  const { rows } = await client.query<{ externalId: string; name: string | null }>(
    `select c.external_id as "externalId", c.device_name as name
       from sync_changes c
       left join plan_rows p on p.external_id = c.external_id
       left join device_records r on r.integration_id = $1 and r.stream = $2 and r.external_id = c.external_id
      where c.sync_log_id = $3 and c.stream = $2
        and (r.content_hash is distinct from c.before_hash
             or case c.action
                  when 'missing' then r.missing_since is not null or r.retired_at is not null
                  when 'remove' then r.missing_since is null or r.retired_at is not null
                  when 'hold' then r.missing_since is null or r.retired_at is not null
                  when 'undo' then r.retired_at is not null
                  else p.action is distinct from c.action
                       or (c.device_id is not null and p.device_id is distinct from c.device_id) end)
      order by c.seq limit 200`,
    [integrationId, stream, planId],
  )
  return rows
}

/** Retires and marks exactly the records that the plan lists. Returns how many were retired. */
export async function removeListed(
  { client, integrationId, syncLogId, stream }: Merge,
  planId: string,
): Promise<number> {
  await client.query(
    `update device_records r set missing_since = now(), missing_sync_id = $4
       from sync_changes c
      where c.sync_log_id = $3 and c.stream = $2 and c.action = 'missing'
        and r.integration_id = $1 and r.stream = $2 and r.external_id = c.external_id`,
    [integrationId, stream, planId, syncLogId],
  )
  const { rowCount } = await client.query(
    `with retired as (
       update device_records r set retired_at = now(), missing_since = coalesce(r.missing_since, now()), hold_id = null
         from sync_changes c
        where c.sync_log_id = $3 and c.stream = $2 and c.action in ('remove', 'undo')
          and r.integration_id = $1 and r.stream = $2 and r.external_id = c.external_id
        returning r.device_id)
     insert into retired_rows select device_id from retired`,
    [integrationId, stream, planId],
  )
  return rowCount ?? 0
}

/** Puts the records that the plan would hold into the stream's open hold. Returns how many wait. */
export async function holdListed(merge: Merge, planId: string): Promise<number> {
  const { client, accountId, integrationId, stream } = merge
  const { rows } = await client.query<{ held: number }>(
    "select count(*)::int as held from sync_changes where sync_log_id = $1 and stream = $2 and action = 'hold'",
    [planId, stream],
  )
  if (rows[0]?.held === 0 || rows[0] === undefined) return 0
  const { rows: hold } = await client.query<{ id: string }>(
    `insert into removal_holds (account_id, integration_id, stream, sync_log_id, reason, records, known)
     select $1, $2, $3, $4, 'The applied plan held them.', 0, count(*) from device_records
      where integration_id = $2 and stream = $3 and retired_at is null
     on conflict (integration_id, stream) where status = 'open' do update set updated_at = now()
     returning id`,
    [accountId, integrationId, stream, merge.syncLogId],
  )
  await client.query(
    `update device_records r set hold_id = $4
       from sync_changes c
      where c.sync_log_id = $3 and c.stream = $2 and c.action = 'hold'
        and r.integration_id = $1 and r.stream = $2 and r.external_id = c.external_id`,
    [integrationId, stream, planId, hold[0]?.id],
  )
  return rows[0].held
}
