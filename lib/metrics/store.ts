/** Jobs by task: due and free, planned for later, being done, given up; and how long the oldest that is due has waited. */
export const selectQueue = `
  select task_identifier as task,
    count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now())::int as ready,
    count(*) filter (where locked_at is null and attempts < max_attempts and run_at > now())::int as later,
    count(*) filter (where locked_at is not null)::int as running,
    count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed,
    coalesce(extract(epoch from now() - min(run_at) filter (
      where locked_at is null and attempts < max_attempts and run_at <= now())), 0)::float8 as "lagSeconds"
  from graphile_worker.jobs group by task_identifier`

/** Runs that have not ended, by provider and status, and the age of the oldest. Reads the index sync_logs_one_live_run. */
export const selectLiveRuns = `
  select i.provider, l.status, count(*)::int as runs, extract(epoch from now() - min(l.created_at))::float8 as "oldestSeconds"
  from sync_logs l join integrations i on i.id = l.integration_id
  where l.status in ('PENDING', 'RUNNING')
  group by i.provider, l.status`

/** Integrations by provider, and how many of them failed the last time. */
export const selectIntegrations = `
  select provider, count(*)::int as known,
    count(*) filter (where coalesce((state->>'failuresInRow')::int, 0) > 0)::int as failing
  from integrations where deleted_at is null group by provider`

/**
 * $1 providers of lists. By list: integrations, those that have published it, lists that wait for an admin, items of the smallest
 * that is published, seconds since a run last found the oldest of those with a schedule to be right, and the most failures in a row.
 */
export const selectLists = `
  select coalesce(i.settings->>'list', 'ineligible-items') as list, count(*)::int as connected, count(p.items)::int as published,
    count(*) filter (where exists (
      select 1 from removal_holds h where h.integration_id = i.id and h.stream = 'list' and h.status = 'open'))::int as held,
    min(p.items) as "fewestItems",
    (extract(epoch from now() - min(p.confirmed_at) filter (
      where i.sync_enabled and (i.cron is not null or i.sync_interval is not null))))::float8 as "ageSeconds",
    coalesce(max((i.state->>'failuresInRow')::int), 0) as "failuresInRow"
  from integrations i
  left join lateral (
    select items, confirmed_at from published_lists p
    where p.integration_id = i.id and p.version is not null order by p.version desc limit 1) p on true
  where i.provider = any($1::text[]) and i.deleted_at is null
  group by 1`

/**
 * $1 MDM providers, $2 providers that can be switched off. How far the dispatcher is behind its plan, open holds, what waits
 * to be sent (not what waits for a webhook that is disabled), and when a worker was last seen. An MDM that is not its account's source is never due.
 */
export const selectRest = `
  select
    coalesce((
      select extract(epoch from now() - min(i.next_sync_at))
      from integrations i join accounts a on a.id = i.account_id
      where i.sync_enabled and i.deleted_at is null and i.next_sync_at <= now() and i.provider <> all($2::text[])
        and (i.provider <> all($1::text[]) or i.provider = a.device_source)), 0)::float8 as "scheduleLagSeconds",
    (select count(*) from removal_holds where status = 'open')::int as "openHolds",
    (select count(*) from emails where status = 'pending')::int as emails,
    coalesce((select extract(epoch from now() - min(created_at)) from emails where status = 'pending'), 0)::float8
      as "oldestEmailSeconds",
    w.waiting::int as webhooks,
    coalesce(w."oldestSeconds", 0)::float8 as "oldestWebhookSeconds",
    (select extract(epoch from max(at)) from worker_ticks)::float8 as "workerSeenAt"
  from (
    select count(*) as waiting, extract(epoch from now() - min(d.created_at)) as "oldestSeconds"
    from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id and e.enabled
    where d.status = 'pending'
  ) w`
