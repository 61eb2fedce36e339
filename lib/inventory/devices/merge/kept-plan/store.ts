import type { Merge } from "@/lib/inventory/devices/merge/scope"
import { differenceFrom } from "@/lib/inventory/merge-rows/difference/store"

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
                               content_hash, source_version, identity, serial_key, fields, attributes, connection_state, last_activity_at, modules)
     select $3, (select coalesce(max(seq), 0) from sync_changes where sync_log_id = $3)
              + row_number() over (order by p.action, p.external_id), $1, $4, p.external_id, p.action,
            d.id,
            coalesce(d.name, s.fields::jsonb->>'name'), r.content_hash, ${differenceFrom("coalesce(r.fields, d.said)")} || coalesce(m.fields, '{}'),
            s.content_hash, s.source_version, s.identity, s.serial_key, s.fields, s.attributes, s.connection_state, s.last_activity_at, s.modules
       from plan_rows p
       join sync_records s on s.sync_log_id = $3 and s.stream = $4 and s.external_id = p.external_id
       left join device_records r on r.integration_id = $2 and r.stream = $4 and r.external_id = p.external_id
       left join module_changes m on m.external_id = p.external_id
       left join lateral (
         select x.id, x.name, jsonb_build_object('name', x.name, 'serialNumber', x.serial_number, 'model', x.model,
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
        and not exists (select 1 from removal_holds h where h.id = r.hold_id
                          and (h.status = 'dismissed' or ($5 = 'remove' and h.status in ('open', 'expired'))))
        and not exists (select 1 from sync_records s where s.sync_log_id = $3 and s.stream = $4 and s.external_id = r.external_id)`,
    [accountId, integrationId, syncLogId, stream, proven],
  )
}

/**
 * Of devices that a kept plan gives a further record, the records that stood for them already: staged without content, as the
 * read saw them too. Without them the conflict would not be seen again.
 */
export async function restageVouching(
  { client, integrationId, syncLogId, stream }: Merge,
  planId: string,
): Promise<void> {
  await client.query(
    `insert into sync_records (sync_log_id, stream, seq, external_id, content_hash, fields, attributes)
     select distinct $3::uuid, $2, 0, r.external_id, ''::bytea, '', ''
       from sync_changes c
       join device_records r on r.device_id = c.device_id
      where c.sync_log_id = $4 and c.stream = $2 and c.action = 'conflict'
        and r.integration_id = $1 and r.stream = $2 and r.retired_at is null and r.missing_since is null
        and not exists (select 1 from sync_records s where s.sync_log_id = $3 and s.stream = $2 and s.external_id = r.external_id)`,
    [integrationId, stream, syncLogId, planId],
  )
}
