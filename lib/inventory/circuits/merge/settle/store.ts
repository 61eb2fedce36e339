import type { PoolClient } from "pg"

type Scope = { accountId: string; integrationId: string; syncLogId: string; stream: string }

/** A new circuit gets its UI state; one that is there is never touched (S2-UISTATE). */
export async function makeUiStates(client: PoolClient, { accountId }: Scope): Promise<void> {
  await client.query(
    `insert into circuit_ui_states (circuit_id, account_id)
     select id, $1 from plan_rows where action in ('create', 'link')
     on conflict (circuit_id) do nothing`,
    [accountId],
  )
}

/** Regions that a circuit names for the first time. */
export async function makeRegions(client: PoolClient, { accountId }: Scope): Promise<void> {
  await client.query(
    `insert into regions (account_id, name)
     select distinct $1::uuid, c.fields->>'region'
       from plan_rows p join circuits c on c.id = p.id
      where c.fields->>'region' is not null
     on conflict (account_id, name) do nothing`,
    [accountId],
  )
}

/** How a circuit stood when its status changed, one a business day: the last change of a day counts. */
export async function snapshotStatusChanges(
  client: PoolClient,
  { accountId, integrationId, syncLogId }: Scope,
): Promise<void> {
  await client.query(
    `insert into circuit_snapshots (account_id, circuit_id, snapshot_type, snapshot_date, miles_planned, percent_complete, api_status,
                                    workflow_stage, region, notes, total_units, total_linear_ft, total_acres, total_trees,
                                    units_approved, units_refused, units_pending)
     select $1, c.id, 'status_change', (now() at time zone i.time_zone)::date, (s.shown->>'milesPlanned')::numeric,
            (s.shown->>'percentComplete')::numeric, s.shown->>'apiStatus', u.workflow_stage, s.shown->>'region',
            format('%s to %s', h.fields->'apiStatus'->>0, h.fields->'apiStatus'->>1), a.total_units, a.total_linear_ft, a.total_acres,
            a.total_trees, a.units_approved, a.units_refused, a.units_pending
       from inventory_changes h
       join circuits c on c.id = h.subject_id
       join circuit_ui_states u on u.circuit_id = c.id
       join integrations i on i.id = c.integration_id
      cross join lateral (select c.fields || c.manual as shown) s
       left join lateral (select * from circuit_aggregates x
                           where x.circuit_id = c.id order by x.aggregate_date desc limit 1) a on true
      where h.sync_log_id = $3 and h.noun = 'circuit' and h.kind = 'updated' and h.fields ? 'apiStatus' and c.integration_id = $2
     on conflict (circuit_id, snapshot_type, snapshot_date) do update
       set miles_planned = excluded.miles_planned, percent_complete = excluded.percent_complete, api_status = excluded.api_status,
           workflow_stage = excluded.workflow_stage, region = excluded.region, notes = excluded.notes,
           total_units = excluded.total_units, total_linear_ft = excluded.total_linear_ft, total_acres = excluded.total_acres,
           total_trees = excluded.total_trees, units_approved = excluded.units_approved, units_refused = excluded.units_refused,
           units_pending = excluded.units_pending`,
    [accountId, integrationId, syncLogId],
  )
}

/** CircuitUpdated, one for each circuit that the run changed, with the names of the fields (S2-EVENTS). */
export async function recordUpdates(
  client: PoolClient,
  { accountId, integrationId, syncLogId }: Scope,
): Promise<void> {
  await client.query(
    `insert into events (account_id, kind, subject_id, integration_id, sync_log_id, data)
     select $1, 'circuit.updated', h.subject_id, $2, $3,
            jsonb_build_object('circuitId', h.subject_id, 'fields', (select jsonb_agg(key) from jsonb_object_keys(h.fields) key))
       from inventory_changes h
      where h.sync_log_id = $3 and h.noun = 'circuit' and h.kind = 'updated' and h.fields <> '{}'`,
    [accountId, integrationId, syncLogId],
  )
}

/** The circuits of this read that somebody has taken. */
const taken = `
  taken as materialized (
    select c.id, c.fields->>'takenBy' as name, lower(c.fields->>'takenBy') as key
      from sync_records s
      join circuits c on c.integration_id = $2 and c.stream = s.stream and c.external_id = s.external_id
     where s.sync_log_id = $3 and s.stream = $4 and s.content_hash <> '' and c.fields->>'takenBy' is not null
  ), known as materialized (
    select lower(m.ws_username) as key, m.user_id
      from memberships m where m.account_id = $1 and m.ws_username is not null
    union
    select lower(p.ws_username), p.linked_user_id
      from unlinked_planners p
      join memberships m on m.account_id = p.account_id and m.user_id = p.linked_user_id
     where p.account_id = $1
  )`

/**
 * Links circuits to the members who have taken them, with the name by which they did; adds only, and leaves links made by hand as
 * they are (S2-PLANNERS).
 */
export async function linkPlanners(client: PoolClient, scope: Scope): Promise<void> {
  await client.query(
    `with ${taken}
     insert into circuit_planners as p (circuit_id, user_id, account_id, source, ws_username)
     select t.id, k.user_id, $1, 'api_sync', t.name from taken t join known k on k.key = t.key
     on conflict (circuit_id, user_id) do update set ws_username = excluded.ws_username
       where p.source = 'api_sync' and lower(p.ws_username) is distinct from lower(excluded.ws_username)`,
    [scope.accountId, scope.integrationId, scope.syncLogId, scope.stream],
  )
}

/** Names that no member has: each counted once a run, however many circuits have it. */
export async function tallyStrangers(client: PoolClient, scope: Scope): Promise<void> {
  await client.query(
    `with ${taken}, strangers as (
       select min(t.name) as name, count(*)::int as circuits
         from taken t where not exists (select 1 from known k where k.key = t.key) group by t.key)
     insert into unlinked_planners as p (account_id, ws_username, circuit_count, last_sync_id)
     select $1, name, circuits, $3 from strangers
     on conflict (account_id, lower(ws_username)) do update
       set last_seen_at = now(), circuit_count = excluded.circuit_count,
           occurrence_count = p.occurrence_count + case when p.last_sync_id = excluded.last_sync_id then 0 else 1 end,
           last_sync_id = excluded.last_sync_id`,
    [scope.accountId, scope.integrationId, scope.syncLogId, scope.stream],
  )
}
