/** One place is published to by one run at a time, whichever integration or account it is of. $1 the place, in words. */
export const lockPlace = "select pg_advisory_xact_lock(hashtextextended($1, 0))"

/** $1 integration. */
export const selectSettings = "select settings from integrations where id = $1"

/** $1 run. Its staged entries as the inside of a JSON array, in the order of arrival; null when there are none. */
export const selectStaged = `
  select string_agg(fields, ',' order by seq) as entries
  from sync_records where sync_log_id = $1 and stream = 'list' and fields <> ''`

const columns = `
  id, list, status, version, hold_id as "holdId", content, sha256, received, items, rejected, base_id as "baseId",
  base_etag as "baseEtag", etag`

/** $1 integration. What was published last. Reads the index published_lists_versions. */
export const selectLast = `
  select ${columns} from published_lists where integration_id = $1 and version is not null order by version desc limit 1`

/** $1 integration, $2 version's id or null, $3 the preview that planned it or null. Locks it. */
export const selectKept = `
  select ${columns} from published_lists
  where integration_id = $1 and (id = $2::uuid or (sync_log_id = $3::uuid and status = 'planned'))
  limit 1 for update`

/**
 * $1 account, $2 integration, $3 list, $4 status, $5 run, $6 hold, $7 content, $8 sha256, $9 bytes, $10 received, $11 items,
 * $12 rejected, $13 added, $14 gone, $15 base, $16 its etag.
 */
export const insertList = `
  insert into published_lists (account_id, integration_id, list, status, sync_log_id, hold_id, content, sha256, bytes, received,
                               items, rejected, added, gone, base_id, base_etag)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
  returning id`

/** $1 list, $2 run, $3 endpoint, $4 bucket, $5 key, $6 etag, $7 version id. Makes it the integration's newest version. */
export const markPublished = `
  update published_lists p set
    status = 'published', published_by_id = $2, endpoint = $3, bucket = $4, key = $5, etag = $6, version_id = $7,
    published_at = now(), confirmed_at = now(),
    version = 1 + coalesce((select max(o.version) from published_lists o where o.integration_id = p.integration_id), 0)
  where p.id = $1`

/** $1 list that was published before, $2 run. A copy of it, to be published again. */
export const copyList = `
  insert into published_lists (account_id, integration_id, list, status, sync_log_id, content, sha256, bytes, received, items,
                               rejected, added, gone)
  select account_id, integration_id, list, 'planned', $2, content, sha256, bytes, received, items, rejected, added, gone
  from published_lists where id = $1
  returning id`

/** $1 list, $2 added, $3 gone, $4 base, $5 its etag. */
export const setDifference = `
  update published_lists set added = $2, gone = $3, base_id = $4, base_etag = $5 where id = $1`

/** $1 list. */
export const confirm = "update published_lists set confirmed_at = now() where id = $1"

/** $1 integration, $2 how many versions keep their content. What came to nothing keeps none after a month. */
export const dropOldContents = `
  update published_lists set content = null
  where integration_id = $1 and content is not null and (
    version <= (select max(version) from published_lists where integration_id = $1) - $2::int
    or (status in ('planned', 'let_go', 'dismissed') and fetched_at < now() - interval '30 days'))`

/** $1 channel, $2 payload. Sent when the transaction is committed. */
export const notify = "select pg_notify($1, $2)"

/** $1 run, $2 account, $3 keys, $4 actions, $5 differences as JSON texts, $6 names. What a preview would do, entry by entry. */
export const keepPlan = `
  insert into sync_changes (sync_log_id, seq, account_id, stream, external_id, action, device_name, diff)
  select $1, n, $2, 'list', key, action, name, diff::jsonb
  from unnest($3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as c(key, action, diff, name, n)`

/** $1 integration, $2 sha256, $3 base, $4 its etag. The open hold in which this very list waits already, to replace the same. */
export const selectHoldOfSame = `
  select h.id from removal_holds h
  where h.integration_id = $1 and h.stream = 'list' and h.status = 'open'
    and exists (select 1 from published_lists p
                 where p.hold_id = h.id and p.status = 'held' and p.content is not null and p.sha256 = $2
                   and p.base_id is not distinct from $3::uuid and p.base_etag is not distinct from $4)
  for update of h`

/** $1 account, $2 integration, $3 run, $4 reason, $5 records, $6 known. */
export const insertHold = `
  insert into removal_holds (account_id, integration_id, stream, sync_log_id, reason, records, known)
  values ($1, $2, 'list', $3, $4, $5, $6)
  returning id`

/** $1 hold, $2 reason, $3 records, $4 known. */
export const updateHold = `
  update removal_holds set reason = $2, records = $3, known = $4, updated_at = now() where id = $1`

/** $1 integration. Lists that waited and wait no longer. */
export const letGo = `
  update published_lists set status = 'let_go' where integration_id = $1 and status = 'held'`

/** $1 integration. */
export const resolveHolds = `
  update removal_holds set status = 'resolved', updated_at = now()
  where integration_id = $1 and stream = 'list' and status = 'open'`

/** $1 integration, $2 sha256, $3 base, $4 its etag, by which what is not of ours is told. Who dismissed this list over this base. */
export const selectDismissal = `
  select coalesce(u.name, 'an admin') as "by", h.decided_at as at
  from published_lists p
  join removal_holds h on h.id = p.hold_id and h.status = 'dismissed'
  left join users u on u.id = h.decided_by_id
  where p.integration_id = $1 and p.status = 'dismissed' and p.sha256 = $2 and p.base_id is not distinct from $3::uuid
    and (p.base_id is not null or p.base_etag is not distinct from $4)
  order by h.decided_at desc limit 1`

/** $1 hold. An admin let the list that waited in it be. */
export const dismissHeld =
  "update published_lists set status = 'dismissed' where hold_id = $1 and status = 'held'"

/** $1 hold. The list that waits in it. */
export const selectHeld = `
  select id from published_lists where hold_id = $1 and status = 'held' and content is not null order by id desc limit 1`

/** $1 hold, $2 user. */
export const approveHold = `
  update removal_holds set status = 'approved', decided_by_id = $2, decided_at = now(), updated_at = now() where id = $1
  returning records`
