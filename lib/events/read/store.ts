/**
 * Where a reader who begins now stands: before every transaction that is not yet settled, with what is settled already. $1 a
 * transaction or null: whether it is ahead of all that there were.
 */
export const selectNow = `
  select pg_snapshot_xmin(pg_current_snapshot())::text as tx, '00000000-0000-0000-0000-000000000000' as id,
         pg_current_snapshot()::text as past,
         coalesce($1::text::xid8 > pg_snapshot_xmax(pg_current_snapshot()), false) as "isAhead"`

/**
 * $1 accounts, $2 the transaction up to which events were told, or null. Which of the accounts have events since, and up to where
 * those go. Reads the index events (account_id, tx, id).
 */
export const selectNews = `
  select n.up_to::text as "upTo",
         array(select a.id from unnest($1::uuid[]) as a(id)
                where exists (select 1 from events e where e.account_id = a.id and e.tx >= $2::text::xid8 and e.tx < n.up_to)) as accounts
  from (select pg_snapshot_xmin(pg_current_snapshot()) as up_to) n`

/**
 * $1 account, $2 and $3 the last event seen, $4 kinds, $5 subject or null, $6 limit, $7 what was past when the reader began, or
 * null. Only events of transactions that all older
 * ones have ended before: a reader who goes on from the last one it saw never passes over one that is committed late.
 * Reads the index events (account_id, tx, id).
 */
export const selectAfter = `
  select tx::text as tx, id, kind, subject_id as "subjectId", integration_id as "integrationId", sync_log_id as "syncLogId", data, at
  from events
  where account_id = $1 and (tx, id) > ($2::text::xid8, $3::uuid) and tx < pg_snapshot_xmin(pg_current_snapshot())
    and kind = any($4::text[]) and ($5::uuid is null or subject_id = $5)
    and ($7::text is null or not pg_visible_in_snapshot(tx, $7::text::pg_snapshot))
  order by tx, id
  limit $6`
