import type { RowMerge } from "@/lib/inventory/merge-rows/scope"

const absent = `
  r.integration_id = $1 and r.stream = $2 and r.retired_at is null
  and not exists (select 1 from sync_records s where s.sync_log_id = $3 and s.stream = $2 and s.external_id = r.external_id)`

const provenAbsent = `
  ${absent} and r.missing_since is not null and r.missing_sync_id is distinct from $3
  and not exists (select 1 from removal_holds h where h.id = r.hold_id and h.status = 'dismissed')`

/** At most `limit`. */
export async function findNewlyAbsent(
  { client, integrationId, syncLogId, stream, rows: of }: RowMerge,
  limit: number,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select r.external_id as id from ${of.table} r where ${absent} and r.missing_since is null limit $4`,
    [integrationId, stream, syncLogId, limit],
  )
  return rows.map(({ id }) => id)
}

/** A run that missed it is named only where one did; the provider's own word needs none. */
export async function confirmAbsent(
  { client, integrationId, stream, rows: of }: RowMerge,
  ids: string[],
): Promise<void> {
  await client.query(
    `update ${of.table} set missing_since = now(), missing_sync_id = null
      where integration_id = $1 and stream = $2 and external_id = any($3) and missing_since is null and retired_at is null`,
    [integrationId, stream, ids],
  )
}

/** Whoever is in this read is not missing, whatever was said before. */
export async function clearReturned({
  client,
  integrationId,
  syncLogId,
  stream,
  rows: of,
}: RowMerge): Promise<void> {
  await client.query(
    `update ${of.table} r set missing_since = null, missing_sync_id = null, hold_id = null
       from sync_records s
      where s.sync_log_id = $3 and s.stream = $2 and s.external_id = r.external_id
        and r.integration_id = $1 and r.stream = $2 and r.missing_since is not null`,
    [integrationId, stream, syncLogId],
  )
}

/** Absent for the first time: remembered, nothing else. */
export async function markMissing({
  client,
  integrationId,
  syncLogId,
  stream,
  rows: of,
}: RowMerge): Promise<void> {
  await client.query(
    `update ${of.table} r set missing_since = now(), missing_sync_id = $3 where ${absent} and r.missing_since is null`,
    [integrationId, stream, syncLogId],
  )
}

/**
 * Retires what two complete reads did not hold, but never what waits for an admin; `touched_rows` then names the devices to look
 * at. Returns how many.
 */
export async function retireAbsent({
  client,
  integrationId,
  syncLogId,
  stream,
  rows: of,
}: RowMerge): Promise<number> {
  const { rowCount } = await client.query(
    `with retired as (
       update ${of.table} r set retired_at = now(), hold_id = null
        where ${provenAbsent}
          and not exists (select 1 from removal_holds h where h.id = r.hold_id and h.status in ('open', 'expired'))
       returning r.${of.subject} as subject)
     insert into touched_rows select subject from retired`,
    [integrationId, stream, syncLogId],
  )
  return rowCount ?? 0
}

/** Puts what two complete reads did not hold into the stream's open hold, made when there is none. Returns how many wait. */
export async function holdAbsent(merge: RowMerge, reason: string, known: number): Promise<number> {
  const { client, accountId, integrationId, syncLogId, stream, rows: of } = merge
  const { rows } = await client.query<{ id: string }>(
    `insert into removal_holds (account_id, integration_id, stream, sync_log_id, reason, records, known)
     values ($1, $2, $3, $4, $5, 0, $6)
     on conflict (integration_id, stream) where status = 'open'
       do update set reason = excluded.reason, known = excluded.known, updated_at = now()
     returning id`,
    [accountId, integrationId, stream, syncLogId, reason, known],
  )
  const holdId = rows[0]?.id
  await client.query(
    `update ${of.table} r set hold_id = $4 where ${provenAbsent} and r.hold_id is distinct from $4`,
    [integrationId, stream, syncLogId, holdId],
  )
  const { rows: held } = await client.query<{ records: number }>(
    `select count(*)::int as records from ${of.table} r where ${provenAbsent}`,
    [integrationId, stream, syncLogId],
  )
  return held[0]?.records ?? 0
}

/** An open hold whose records have all come back has nothing left to decide. */
export async function settleHolds({ client, integrationId, stream, rows: of }: RowMerge): Promise<void> {
  await client.query(
    `update removal_holds h
        set records = c.waiting, updated_at = now(), status = case when c.waiting = 0 then 'resolved' else h.status end
       from (select o.id, (select count(*) from ${of.table} r
                            where r.hold_id = o.id and r.retired_at is null)::int as waiting
               from removal_holds o where o.integration_id = $1 and o.stream = $2 and o.status = 'open') c
      where h.id = c.id and (h.records <> c.waiting or c.waiting = 0)`,
    [integrationId, stream],
  )
}
