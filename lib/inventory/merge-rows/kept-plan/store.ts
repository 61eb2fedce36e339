import type { RowMerge } from "@/lib/inventory/merge-rows/scope"

/** Puts a kept plan's records back on the stage, under the run that applies it. */
export async function restage({ client, syncLogId, stream }: RowMerge, planId: string): Promise<void> {
  await client.query(
    `insert into sync_records (sync_log_id, stream, seq, external_id, content_hash, source_version, identity, serial_key, fields, attributes,
                               connection_state, last_activity_at, modules)
     select $1, stream, seq, external_id, content_hash, source_version, identity, serial_key, fields, attributes, connection_state, last_activity_at, modules
       from sync_changes where sync_log_id = $2 and stream = $3 and content_hash is not null`,
    [syncLogId, planId, stream],
  )
}

/**
 * Rows of a kept plan that no longer stand as they did when it was made: the record changed, came, went or was found again
 * since, or its removal was held or dismissed. A plan is applied only where there are none.
 */
export async function findMoved({ client, integrationId, stream, rows: of }: RowMerge, planId: string) {
  const { rows } = await client.query<{ externalId: string; name: string | null }>(
    `select c.external_id as "externalId", c.device_name as name
       from sync_changes c
       left join plan_rows p on p.external_id = c.external_id
       left join ${of.table} r on r.integration_id = $1 and r.stream = $2 and r.external_id = c.external_id
       left join removal_holds h on h.id = r.hold_id
      where c.sync_log_id = $3 and c.stream = $2
        and (r.content_hash is distinct from c.before_hash
             or case c.action
                  when 'missing' then r.missing_since is not null or r.retired_at is not null
                  when 'remove' then r.missing_since is null or r.retired_at is not null or r.hold_id is not null
                  when 'hold' then r.missing_since is null or r.retired_at is not null or h.status = 'dismissed'
                  when 'undo' then r.retired_at is not null
                  else p.action is distinct from c.action
                       or (c.device_id is not null and p.${of.subject} is distinct from c.device_id) end)
      order by c.seq limit 200`,
    [integrationId, stream, planId],
  )
  return rows
}

/** Retires and marks exactly the records that the plan lists. Returns how many were retired. */
export async function removeListed(
  { client, integrationId, syncLogId, stream, rows: of }: RowMerge,
  planId: string,
): Promise<number> {
  await client.query(
    `update ${of.table} r set missing_since = now(), missing_sync_id = $4
       from sync_changes c
      where c.sync_log_id = $3 and c.stream = $2 and c.action = 'missing'
        and r.integration_id = $1 and r.stream = $2 and r.external_id = c.external_id`,
    [integrationId, stream, planId, syncLogId],
  )
  const { rowCount } = await client.query(
    `with retired as (
       update ${of.table} r set retired_at = now(), missing_since = coalesce(r.missing_since, now()), hold_id = null
         from sync_changes c
        where c.sync_log_id = $3 and c.stream = $2 and c.action in ('remove', 'undo')
          and r.integration_id = $1 and r.stream = $2 and r.external_id = c.external_id
        returning r.${of.subject} as subject)
     insert into touched_rows select subject from retired`,
    [integrationId, stream, planId],
  )
  return rowCount ?? 0
}

/** Puts the records that the plan would hold into the stream's open hold. Returns how many wait. */
export async function holdListed(merge: RowMerge, planId: string): Promise<number> {
  const { client, accountId, integrationId, stream, rows: of } = merge
  const { rows } = await client.query<{ held: number }>(
    "select count(*)::int as held from sync_changes where sync_log_id = $1 and stream = $2 and action = 'hold'",
    [planId, stream],
  )
  if (rows[0]?.held === 0 || rows[0] === undefined) return 0
  const { rows: hold } = await client.query<{ id: string }>(
    `insert into removal_holds (account_id, integration_id, stream, sync_log_id, reason, records, known)
     select $1, $2, $3, $4, 'The applied plan held them.', 0, count(*) from ${of.table}
      where integration_id = $2 and stream = $3 and retired_at is null
     on conflict (integration_id, stream) where status = 'open' do update set updated_at = now()
     returning id`,
    [accountId, integrationId, stream, merge.syncLogId],
  )
  await client.query(
    `update ${of.table} r set hold_id = $4
       from sync_changes c
      where c.sync_log_id = $3 and c.stream = $2 and c.action = 'hold'
        and r.integration_id = $1 and r.stream = $2 and r.external_id = c.external_id`,
    [integrationId, stream, planId, hold[0]?.id],
  )
  return rows[0].held
}
