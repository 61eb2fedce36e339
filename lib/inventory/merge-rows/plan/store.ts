import type { PoolClient } from "pg"
import type { RowMerge } from "@/lib/inventory/merge-rows/scope"

/** The tables that one merge works in; gone with its transaction. */
export async function openTables(client: PoolClient): Promise<void> {
  await client.query(`
    create temp table plan_rows (external_id text, action text, id uuid) on commit drop;
    create temp table touched_rows (id uuid) on commit drop`)
}

/**
 * Compares what was staged with what is known: `plan_rows` holds every record that asks for a write, and nothing else. Taken
 * only from a newer version where a source has versions, or whole from a thing that was made anew under its old id
 * (S3-VERSION).
 */
export async function comparePlan(merge: RowMerge): Promise<void> {
  const { client, integrationId, syncLogId, stream, rows: of } = merge
  await client.query(
    `insert into plan_rows (external_id, action, id)
     select s.external_id,
            case when r.external_id is null then 'create'
                 when r.retired_at is not null then 'restore'
                 else 'update' end,
            coalesce(r.id, uuid_v7())
       from sync_records s
       left join ${of.table} r
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
