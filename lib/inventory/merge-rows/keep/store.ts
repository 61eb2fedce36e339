import { differenceFrom } from "@/lib/inventory/merge-rows/difference/store"
import type { NounMerge } from "@/lib/inventory/merge-rows/scope"

/** Keeps what the plan would write, row by row, with every field before and after and all that applying it needs. */
export async function keepWrites(merge: NounMerge): Promise<void> {
  const { client, accountId, syncLogId, stream, of } = merge
  await client.query(
    `insert into sync_changes (sync_log_id, seq, account_id, stream, external_id, action, device_id, device_name, before_hash, diff,
                               content_hash, source_version, identity, fields, attributes)
     select $2, (select coalesce(max(seq), 0) from sync_changes where sync_log_id = $2)
              + row_number() over (order by p.action, p.external_id), $1, $3, p.external_id, p.action,
            case when p.action <> 'create' then p.id end,
            coalesce(r.fields, s.fields::jsonb)->>$4,
            case when p.action <> 'link' then r.content_hash end, ${differenceFrom("r.fields")},
            s.content_hash, s.source_version, s.identity, s.fields, s.attributes
       from plan_rows p
       join sync_records s on s.sync_log_id = $2 and s.stream = $3 and s.external_id = p.external_id
       left join ${of.table} r on r.id = p.id`,
    [accountId, syncLogId, stream, of.nameKey],
  )
}

/** Keeps what would happen to absent records: `missing` at the first absence, then `remove`, or `hold` where the guard says so. */
export async function keepRemovals(merge: NounMerge, proven: "remove" | "hold" | null): Promise<void> {
  const { client, accountId, integrationId, syncLogId, stream, of } = merge
  await client.query(
    `insert into sync_changes (sync_log_id, seq, account_id, stream, external_id, action, device_id, device_name, before_hash)
     select $3, (select coalesce(max(seq), 0) from sync_changes where sync_log_id = $3) + row_number() over (order by r.external_id),
            $1, $4, r.external_id, case when r.missing_since is null then 'missing' else $5 end, r.id, r.fields->>$6, r.content_hash
       from ${of.table} r
      where r.integration_id = $2 and r.stream = $4 and r.retired_at is null
        and (r.missing_since is null or $5::text is not null)
        and not exists (select 1 from removal_holds h where h.id = r.hold_id
                          and (h.status = 'dismissed' or ($5 = 'remove' and h.status in ('open', 'expired'))))
        and not exists (select 1 from sync_records s where s.sync_log_id = $3 and s.stream = $4 and s.external_id = r.external_id)`,
    [accountId, integrationId, syncLogId, stream, proven, of.nameKey],
  )
}
