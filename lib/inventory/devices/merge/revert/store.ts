import type { Merge } from "@/lib/inventory/devices/merge/scope"
import { serialKeyOf } from "@/lib/inventory/devices/serial-key/store"

/**
 * Makes the plan that undoes one run: values it changed go back (where nobody changed them since), what it created or
 * brought back is retired, what it retired comes back. The reverted records carry a hash of their own, so the next sync sees that the
 * source says otherwise. What a device runs is not ours to put back.
 */
export async function keepReversal(merge: Merge, revertedId: string): Promise<void> {
  const { client, accountId, integrationId, syncLogId, stream } = merge
  await client.query(
    `insert into sync_changes (sync_log_id, seq, account_id, stream, external_id, action, device_id, device_name, before_hash, diff,
                               content_hash, source_version, identity, serial_key, fields, attributes)
     select $3, (select coalesce(max(seq), 0) from sync_changes where sync_log_id = $3)
              + row_number() over (order by d.name, r.external_id), $1, $4, r.external_id,
            case when c.kind in ('created', 'restored') then 'undo' when c.kind = 'retired' or c.fields ? 'sources' then 'restore' else 'update' end,
            d.id, d.name, r.content_hash, coalesce(v.diff, '{}'),
            case when c.kind not in ('created', 'restored') then substring(sha256(convert_to(v.fields || v.attributes, 'UTF8')) from 1 for 16) end,
            null, r.identity,
            case when c.kind not in ('created', 'restored') then case when v.diff ? 'serialNumber' then ${serialKeyOf("v.fields::jsonb->>'serialNumber'")} else r.serial_key end end,
            case when c.kind not in ('created', 'restored') then v.fields end,
            case when c.kind not in ('created', 'restored') then v.attributes end
       from device_changes c
       join devices d on d.id = c.device_id
       join device_records r on r.device_id = c.device_id and r.integration_id = $2 and r.stream = $4
      cross join lateral (
        select jsonb_object_agg(e.key, jsonb_build_array(e.value->1, e.value->0)) as diff,
               (r.fields || coalesce(jsonb_object_agg(e.key, e.value->0)
                 filter (where r.fields ? e.key and r.fields->e.key is not distinct from e.value->1), '{}'))::text as fields,
               ((r.attributes || coalesce(jsonb_object_agg(substring(e.key from 12), e.value->0)
                   filter (where e.key like 'attributes.%' and e.value->0 <> 'null'
                             and r.attributes->substring(e.key from 12) is not distinct from nullif(e.value->1, 'null')), '{}'))
                 - coalesce(array_agg(substring(e.key from 12))
                     filter (where e.key like 'attributes.%' and e.value->0 = 'null'), '{}'))::text as attributes
          from jsonb_each(c.fields) e where e.key <> 'sources' and e.key not like 'modules.%') v
      where c.sync_log_id = $5 and c.integration_id = $2
        and case when c.kind in ('created', 'restored') then r.retired_at is null
                 when c.kind = 'retired' then r.retired_at is not null
                 when c.fields ? 'sources' then r.retired_at is not null and r.external_id = c.fields->'sources'->>0
                        else r.retired_at is null and v.diff is not null end`,
    [accountId, integrationId, syncLogId, stream, revertedId],
  )
}
