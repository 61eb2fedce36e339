import type { RowNoun } from "@/lib/inventory/merge-rows/scope"
import { rowNouns } from "@/lib/inventory/row-nouns"

/**
 * $1 account, $2 integration, $3 trigger, $4 mode, $5 user, $6 context, whose filter is also written out for people. Gives no
 * row when a run of the integration is live.
 */
export const insertRun = `
  insert into sync_logs (account_id, integration_id, trigger, mode, triggered_by_id, context, status_filter)
  values ($1::uuid, $2::uuid, $3::sync_trigger, $4::sync_mode, $5::uuid, $6::jsonb,
          (select string_agg(part, ', ') from jsonb_array_elements_text($6::jsonb->'filter') part))
  on conflict (integration_id) where status in ('PENDING', 'RUNNING') do nothing
  returning id`

/** $1 integration. Reads the index sync_logs_one_live_run. */
export const selectLiveRun = `
  select id, mode, context ?| array['applies', 'replays', 'reverts', 'publishes'] as "isAbout"
  from sync_logs where integration_id = $1::uuid and status in ('PENDING', 'RUNNING')`

/**
 * $1 run. One of some streams goes on with all the others, and one that has not begun drops its filter too; a running one has
 * left out already what its filter does not name. Gives whether it reads a part all the same; no row when it has ended.
 */
export const widenRun = `
  update sync_logs set
    context = case when status = 'RUNNING' and context ? 'filter' then context else context - 'streams' - 'filter' end,
    status_filter = case status when 'RUNNING' then status_filter end
  where id = $1::uuid and status in ('PENDING', 'RUNNING')
  returning context ? 'filter' as "isPart"`

/** $1 integration. No row when it was removed; one that is being removed is waited for, and one that is there stays until commit. */
export const lockIntegration =
  "select id from integrations where id = $1::uuid and deleted_at is null for share"

/**
 * $1 run. Whether it is its schedule's and nobody's, and how many runs of its account wait before it.
 */
export const selectTurn = `
  select l.trigger = 'scheduled' and not l.context ? 'hastened' as "isScheduled",
         (select count(*)::int from sync_logs o
           where o.account_id = l.account_id and o.status = 'PENDING' and o.id < l.id) as before
  from sync_logs l where l.id = $1::uuid`

/**
 * $1 run. Makes a scheduled one that has not begun a person's: it reads every stream, waits no longer to be tried again, and
 * fails at once. Gives no row for one that has begun, was a person's already, or waits for a place at its provider.
 */
export const hastenRun = `
  update sync_logs set context = context - 'waiting' - 'streams' - 'filter' || '{"hastened": true}', status_filter = null
  where id = $1::uuid and status = 'PENDING' and trigger = 'scheduled' and not context ? 'hastened'
    and context->'waiting'->>'for' is distinct from 'place'
  returning id`

/** $1 account, $2 run. Locks it, so that two who start something from it come one after the other. */
export const lockRun = `
  select l.id, l.integration_id as "integrationId", l.mode, l.status, l.context->'streams' as streams,
         i.deleted_at is not null as "isRemoved"
  from sync_logs l
  join integrations i on i.id = l.integration_id
  where l.account_id = $1 and l.id = $2
  for update of l`

/** $1 plans. For each the run that carries it out or did, if any. Reads the index sync_logs_applies. */
export const selectAppliers = `
  select distinct on (context->>'applies') context->>'applies' as "planId", id
  from sync_logs
  where context->>'applies' is not null
    and context->>'applies' = any($1::text[])
    and status in ('PENDING', 'RUNNING', 'SUCCESS', 'PARTIAL')
  order by context->>'applies', id desc`

/** $1 preview. Its rows go in their order when they are kept no longer, so that with the first it is not whole any more. */
export const isPlanKept =
  "select exists (select 1 from sync_changes where sync_log_id = $1 and seq = 1) as kept"

/** $1 run. */
export const hasChanges = `
  select exists (select 1 from device_changes where sync_log_id = $1)
      or exists (select 1 from inventory_changes where sync_log_id = $1) as changed`

/** $1 run. Pages stored, and pages that its receipt speaks of; a run that failed has none. */
export const selectStoredPages = `
  select
    (select count(*)::int from sync_pages p where p.sync_log_id = l.id) as stored,
    (select coalesce(sum((r.value->>'pages')::int), 0)::int from jsonb_each(l.receipt) r) as read
  from sync_logs l
  where l.id = $1`

/** $1 run. Ends one that has not begun, flags one that is running; gives no row for one that has ended. */
export const requestCancel = `
  with asked as (
    update sync_logs set
      cancel_requested_at = coalesce(cancel_requested_at, now()),
      status = case status when 'PENDING' then 'CANCELLED' else status end,
      completed_at = case status when 'PENDING' then now() end
    where id = $1::uuid and status in ('PENDING', 'RUNNING')
    returning id, status
  ), emptied as (
    delete from sync_records r using asked where r.sync_log_id = asked.id and asked.status = 'CANCELLED'
  )
  select id from asked`

/** $1 integration. Ends its live run for good: the attempt moves on, so that its worker can write no more. */
export const endLiveRun = `
  with ended as (
    update sync_logs set status = 'CANCELLED', attempt = attempt + 1, completed_at = now(), heartbeat_at = null
    where integration_id = $1 and status in ('PENDING', 'RUNNING')
    returning id
  )
  delete from sync_records r using ended where r.sync_log_id = ended.id`

const rowSubject = ({ noun, table, nameKey }: RowNoun): string => `
    union all
    select r.fields->>'${nameKey}', null, r.external_id from ${table} r where c.noun = '${noun}' and r.id = c."subjectId"`

/**
 * $1 run, $2 kinds, $3 last id of the page before or null, $4 limit. Reads the indexes (sync_log_id, id) of both histories.
 * Of several records of one device the first gives the external id.
 */
export const selectRunChanges = `
  select
    c.*, c.sync_log_id as "syncLogId", i.name as "integrationName", u.name as "actorName", s.*,
    case c.noun when 'device' then c."subjectId" end as "deviceId",
    case c.noun when 'device' then s."subjectName" end as "deviceName"
  from (
    (select id, kind, fields, at, sync_log_id, integration_id, actor_id, 'device' as noun, device_id as "subjectId"
       from device_changes
      where sync_log_id = $1 and kind = any($2::text[]) and ($3::uuid is null or id > $3) order by id limit $4)
    union all
    (select id, kind, fields, at, sync_log_id, integration_id, actor_id, noun, subject_id
       from inventory_changes
      where sync_log_id = $1 and kind = any($2::text[]) and ($3::uuid is null or id > $3) order by id limit $4)
    order by id limit $4
  ) c
  left join lateral (
    select d.name as "subjectName", d.serial_number as "serialNumber",
           (select min(r.external_id) from device_records r
             where r.device_id = d.id and r.integration_id = c.integration_id) as "externalId"
      from devices d where c.noun = 'device' and d.id = c."subjectId"
    ${Object.values(rowNouns).map(rowSubject).join("")}
  ) s on true
  left join integrations i on i.id = c.integration_id
  left join users u on u.id = c.actor_id
  order by c.id`

/** $1 preview or replay, $2 action or null, $3 last number of the page before or null, $4 limit. Reads the primary key. */
export const selectPlannedChanges = `
  select
    c.seq, c.action, c.diff as fields, coalesce(l.completed_at, l.created_at) as at, l.id as "syncLogId",
    c.stream, c.device_id as "subjectId", c.device_name as "subjectName",
    coalesce(d.serial_number, c.fields::jsonb->>'serialNumber') as "serialNumber", c.external_id as "externalId",
    i.name as "integrationName", null as "actorName"
  from sync_changes c
  join sync_logs l on l.id = c.sync_log_id
  join integrations i on i.id = l.integration_id
  left join devices d on d.id = c.device_id
  where c.sync_log_id = $1 and ($2::text is null or c.action = $2) and ($3::int is null or c.seq > $3)
  order by c.seq
  limit $4`
