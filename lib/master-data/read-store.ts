/** $1 account, $2 list, $3 integration or null. The live integrations that publish it, oldest first. */
export const selectPublishers = `
  select id, name from integrations
  where account_id = $1 and provider = 'master-data' and deleted_at is null
    and coalesce(settings->>'list', 'ineligible-items') = $2 and ($3::uuid is null or id = $3)
  order by id`

const view = `
  p.id, p.integration_id as "integrationId", i.name as "integrationName", p.list, p.status, p.version, p.hold_id as "holdId",
  h.status as "holdStatus", decider.name as "decidedBy", h.decided_at as "decidedAt", starter.name as "startedBy",
  p.sync_log_id as "syncLogId", p.published_by_id as "publishedById", p.sha256, p.bytes, p.received, p.items, p.rejected,
  p.added, p.gone, p.endpoint, p.bucket, p.key, p.etag, p.version_id as "versionId", p.content is not null as "isKept",
  coalesce(p.version = (select max(n.version) from published_lists n where n.integration_id = p.integration_id), false) as "isNewest",
  p.fetched_at as "fetchedAt", p.published_at as "publishedAt", p.confirmed_at as "confirmedAt"
  from published_lists p
  join integrations i on i.id = p.integration_id
  left join removal_holds h on h.id = p.hold_id
  left join users decider on decider.id = h.decided_by_id
  left join sync_logs run on run.id = p.published_by_id
  left join users starter on starter.id = run.triggered_by_id`

/** $1 integration, $2 number of the last one of the page before or null, $3 limit. Published versions, newest first. */
export const selectVersions = `
  select ${view}
  where p.integration_id = $1 and p.version is not null and ($2::int is null or p.version < $2)
  order by p.version desc limit $3`

/** $1 account, $2 run. What it fetched or published. Reads the index (account_id, id desc). */
export const selectOfRun = `
  select ${view}
  where p.account_id = $1 and (p.sync_log_id = $2 or p.published_by_id = $2)
  order by p.id desc limit 200`

/** $1 account, $2 list. */
export const selectVersion = `select ${view} where p.account_id = $1 and p.id = $2`

/** $1 account, $2 list. What differences are made of: its content, and what it is compared with unless said otherwise. */
export const selectContent = `
  select p.id, p.list, p.version, p.content, p.integration_id as "integrationId",
    coalesce(p.base_id, (select o.id from published_lists o
                          where o.integration_id = p.integration_id and o.version < coalesce(p.version, 2147483647)
                          order by o.version desc limit 1)) as "baseId"
  from published_lists p where p.account_id = $1 and p.id = $2`

/** $1 account. How the schedules of its master data stand, oldest integration first. */
export const selectSchedules = `
  select i.id, i.name, coalesce(i.settings->>'list', 'ineligible-items') as list, i.sync_enabled as "syncEnabled", i.cron,
    i.sync_interval as "syncInterval", i.time_zone as "timeZone", i.next_sync_at as "nextSyncAt",
    l.status as "lastStatus", l.completed_at as "lastSyncAt",
    coalesce((i.state->>'failuresInRow')::int, 0) as "failuresInRow"
  from integrations i
  left join lateral (
    select status, completed_at from sync_logs s where s.integration_id = i.id and s.mode = 'sync' order by s.id desc limit 1) l on true
  where i.account_id = $1 and i.provider = 'master-data' and i.deleted_at is null
  order by i.id`

/** $1 list. */
export const selectConfirmedAt = `select confirmed_at as at from published_lists where id = $1`

/** $1 account, $2 hold. The list that waits in it, or did last. Reads the index published_lists_held. */
export const selectOfHold = `
  select id from published_lists where account_id = $1 and hold_id = $2 and content is not null order by id desc limit 1`
