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
