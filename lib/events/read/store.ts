/**
 * Where a reader who begins now stands: before every transaction that is not yet settled.
 */
export const selectNow = `
  select pg_snapshot_xmin(pg_current_snapshot())::text as tx, '00000000-0000-0000-0000-000000000000' as id`

/**
 * $1 account, $2 and $3 the last event seen, $4 kinds, $5 subject or null, $6 limit. Only events of transactions that all older
 * ones have ended before: a reader who goes on from the last one it saw never passes over one that is committed late.
 * Reads the index events (account_id, tx, id).
 */
export const selectAfter = `
  select tx::text as tx, id, kind, subject_id as "subjectId", integration_id as "integrationId", sync_log_id as "syncLogId", data, at
  from events
  where account_id = $1 and (tx, id) > ($2::text::xid8, $3::uuid) and tx < pg_snapshot_xmin(pg_current_snapshot())
    and kind = any($4::text[]) and ($5::uuid is null or subject_id = $5)
  order by tx, id
  limit $6`
