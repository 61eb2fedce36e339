import { differenceFrom } from "@/lib/inventory/merge-rows/difference/store"
import type { NounMerge } from "@/lib/inventory/merge-rows/scope"

/** The history of what the plan writes, taken before it is written: one entry a row, with every field before and after. */
export async function recordWrites(merge: NounMerge): Promise<void> {
  const { client, accountId, integrationId, syncLogId, stream, of } = merge
  await client.query(
    `insert into inventory_changes (account_id, noun, subject_id, sync_log_id, integration_id, kind, fields)
     select $1, $5, p.id, $3, $2,
            case p.action when 'create' then 'created' when 'link' then 'linked' when 'restore' then 'restored' else 'updated' end,
            d.fields
       from plan_rows p
       join sync_records s on s.sync_log_id = $3 and s.stream = $4 and s.external_id = p.external_id
       left join ${of.table} r on r.id = p.id
      cross join lateral (select case p.action when 'create' then '{}' else ${differenceFrom("r.fields")} end as fields) d
      where p.action <> 'update' or d.fields <> '{}'`,
    [accountId, integrationId, syncLogId, stream, of.noun],
  )
}

/** Rows that nobody knew, and those taken over, which keep their id. */
export async function insertRows(merge: NounMerge): Promise<void> {
  const { client, accountId, integrationId, syncLogId, stream, of } = merge
  await client.query(
    `insert into ${of.table} (id, account_id, integration_id, stream, external_id, content_hash, source_version, identity, fields, attributes)
     select p.id, $1, $2, $4, p.external_id, s.content_hash, s.source_version, s.identity, s.fields::jsonb, s.attributes::jsonb
       from plan_rows p
       join sync_records s on s.sync_log_id = $3 and s.stream = $4 and s.external_id = p.external_id
      where p.action in ('create', 'link')
     on conflict (id) do update
       set integration_id = excluded.integration_id, stream = excluded.stream, external_id = excluded.external_id,
           content_hash = excluded.content_hash, source_version = excluded.source_version, identity = excluded.identity,
           fields = excluded.fields, attributes = excluded.attributes, updated_at = now()`,
    [accountId, integrationId, syncLogId, stream],
  )
}

export async function updateRows(merge: NounMerge): Promise<void> {
  const { client, syncLogId, stream, of } = merge
  await client.query(
    `update ${of.table} r
        set content_hash = s.content_hash, source_version = s.source_version, identity = s.identity, fields = s.fields::jsonb,
            attributes = s.attributes::jsonb, retired_at = null, missing_since = null, missing_sync_id = null,
            hold_id = null, updated_at = now()
       from plan_rows p
       join sync_records s on s.sync_log_id = $1 and s.stream = $2 and s.external_id = p.external_id
      where p.action in ('update', 'restore') and r.id = p.id`,
    [syncLogId, stream],
  )
}

type Removals = Pick<NounMerge, "client" | "accountId" | "integrationId" | "of"> & {
  syncLogId: string | null
  actorId?: string
}

/** The history of what was retired, by a run or by a person. */
export async function recordRemovals(removals: Removals): Promise<void> {
  const { client, accountId, integrationId, syncLogId, actorId, of } = removals
  await client.query(
    `insert into inventory_changes (account_id, noun, subject_id, sync_log_id, integration_id, actor_id, kind)
     select $1, $4, id, $3, $2, $5, 'retired' from touched_rows`,
    [accountId, integrationId, syncLogId, of.noun, actorId ?? null],
  )
}
