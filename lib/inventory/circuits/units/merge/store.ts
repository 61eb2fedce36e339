import type { PoolClient } from "pg"

type Scope = { accountId: string; integrationId: string; syncLogId: string; stream: string }

const figures = [
  ["total_units", "totalUnits"],
  ["total_linear_ft", "totalLinearFt"],
  ["total_acres", "totalAcres"],
  ["total_trees", "totalTrees"],
  ["units_approved", "unitsApproved"],
  ["units_refused", "unitsRefused"],
  ["units_pending", "unitsPending"],
] as const

/** Whether one figure moved by more than the threshold; any difference counts where either side is zero. */
const movedBy = (column: string, key: string): string => `
  case when a.${column} = 0 or (t.totals->>'${key}')::numeric = 0
    then a.${column} <> (t.totals->>'${key}')::numeric
    else abs((t.totals->>'${key}')::numeric - a.${column}) * 100 > threshold.percent * abs(a.${column}) end`

/**
 * Compares staged sums with each circuit's latest: `unit_rows` holds every staged record with its circuit, null where there is
 * none, and what it asks for: create, update, or nothing.
 */
export async function planUnits(client: PoolClient, { integrationId, syncLogId, stream }: Scope) {
  await client.query(
    "create temp table unit_rows (external_id text, circuit_id uuid, action text, totals jsonb) on commit drop",
  )
  await client.query(
    `insert into unit_rows (external_id, circuit_id, action, totals)
     select t.external_id, c.id,
            case when c.id is null then null
                 when a.id is null then 'create'
                 when ${figures.map(([column, key]) => movedBy(column, key)).join("\n                   or ")}
                   or a.unit_counts_by_type <> t.totals->'unitCountsByType'
                   or a.linear_ft_by_type <> t.totals->'linearFtByType'
                   or a.acres_by_type <> t.totals->'acresByType'
                   or a.planner_distribution <> t.totals->'plannerDistribution'
                   or a.permission_counts <> t.totals->'permissionCounts'
                   -- In whatever order the rows named them
                   or not (a.unknown_types @> (t.totals->'unknownTypes') and a.unknown_types <@ (t.totals->'unknownTypes'))
                   then 'update' end,
            t.totals
       from (select external_id, fields::jsonb as totals from sync_records
              where sync_log_id = $2 and stream = $3 and content_hash <> '') t
       left join circuits c
         on c.integration_id = $1 and c.fields->>'workOrder' = t.totals->>'workOrder'
        and c.fields->>'extension' = t.totals->>'extension' and c.retired_at is null
       left join lateral (select * from circuit_aggregates x
                           where x.circuit_id = c.id order by x.aggregate_date desc limit 1) a on true
      cross join (select coalesce((settings->>'changeThreshold')::numeric, 1) as percent
                    from integrations where id = $1) threshold`,
    [integrationId, syncLogId, stream],
  )
  const { rows } = await client.query<{
    staged: number
    strangers: number
    created: number
    updated: number
  }>(
    `select count(*)::int as staged, (count(*) filter (where circuit_id is null))::int as strangers,
            (count(*) filter (where action = 'create'))::int as created, (count(*) filter (where action = 'update'))::int as updated
       from unit_rows`,
  )
  return rows[0] ?? { staged: 0, strangers: 0, created: 0, updated: 0 }
}

/** Writes what moved: one row a circuit and business day, with the circuit's miles of that moment. */
export async function writeTotals(
  client: PoolClient,
  { accountId, integrationId, syncLogId }: Scope,
): Promise<void> {
  await client.query(
    `insert into circuit_aggregates (account_id, circuit_id, sync_log_id, aggregate_date, total_miles, miles_planned, miles_remaining,
       ${figures.map(([column]) => column).join(", ")},
       permission_counts, unit_counts_by_type, linear_ft_by_type, acres_by_type, planner_distribution, unknown_types)
     select $1, c.id, $3, (now() at time zone i.time_zone)::date, m.total, m.planned,
            case when abs(m.total - m.planned) < 100000000 then m.total - m.planned end,
            ${figures.map(([, key]) => `(r.totals->>'${key}')::numeric`).join(", ")},
            r.totals->'permissionCounts', r.totals->'unitCountsByType', r.totals->'linearFtByType', r.totals->'acresByType',
            r.totals->'plannerDistribution', r.totals->'unknownTypes'
       from unit_rows r
       join circuits c on c.id = r.circuit_id
       join integrations i on i.id = $2
      cross join lateral (select ((c.fields || c.manual)->>'totalMiles')::numeric as total,
                                 ((c.fields || c.manual)->>'milesPlanned')::numeric as planned) m
      where r.action is not null
     on conflict (circuit_id, aggregate_date) do update
       set sync_log_id = excluded.sync_log_id, total_miles = excluded.total_miles, miles_planned = excluded.miles_planned,
           miles_remaining = excluded.miles_remaining,
           ${figures.map(([column]) => `${column} = excluded.${column}`).join(", ")},
           permission_counts = excluded.permission_counts, unit_counts_by_type = excluded.unit_counts_by_type,
           linear_ft_by_type = excluded.linear_ft_by_type, acres_by_type = excluded.acres_by_type,
           planner_distribution = excluded.planner_distribution, unknown_types = excluded.unknown_types, updated_at = now()`,
    [accountId, integrationId, syncLogId],
  )
}

/** PlannedUnitsSynced, one for each circuit whose sums moved (S2-EVENTS). */
export async function recordSynced(
  client: PoolClient,
  { accountId, integrationId, syncLogId }: Scope,
): Promise<void> {
  await client.query(
    `insert into events (account_id, kind, subject_id, integration_id, sync_log_id, data)
     select $1, 'planned_units.synced', circuit_id, $2, $3,
            jsonb_build_object('circuitId', circuit_id, 'totalUnits', totals->'totalUnits', 'unitsPending', totals->'unitsPending')
       from unit_rows where action is not null`,
    [accountId, integrationId, syncLogId],
  )
}

/**
 * The circuits that the run asked for have been asked, whether or not there were units, and what people wished for before it began
 * is done. Not so those whose sums were rejected, nor those without sums where anything of their work order was (the reject bears
 * its name): they stay with the run, so that it can be looked up.
 */
export async function settleAsked(client: PoolClient, { syncLogId, stream }: Scope): Promise<void> {
  await client.query(
    `with rejected as (
       select external_id from sync_log_lines
        where sync_log_id = $1 and stream = $2 and reason is not null and external_id is not null
     )
     update circuits c
        set units_run_id = case when a.unread then c.units_run_id end,
            units_asked_at = case when a.unread then c.units_asked_at else now() end,
            units_wanted_at = case when c.units_wanted_at > a.began then c.units_wanted_at end
       from (select o.id, r.started_at as began,
                    sums.id in (select external_id from rejected)
                    or (o.fields->>'workOrder' in (select external_id from rejected)
                        and sums.id not in (select external_id from unit_rows)) as unread
               from circuits o join sync_logs r on r.id = $1
              cross join lateral (select (o.fields->>'workOrder') || '/' || (o.fields->>'extension') as id) sums
              where o.units_run_id = $1) a
      where c.id = a.id`,
    [syncLogId, stream],
  )
}

/** Sums of parts that no circuit is known for, and unit types that the unit table lacks. */
export async function warningsOf(client: PoolClient) {
  const { rows } = await client.query<{ externalId: string; message: string }>(
    `(select external_id as "externalId",
             format('Planned units of %s belong to no circuit that is known. Read the circuits of all statuses first.', external_id) as message
        from unit_rows where circuit_id is null order by external_id limit 100)
     union all
     (select min(external_id),
             format('Unit type %s is not in the unit table, so it is counted and not measured. Add it under Settings > Integrations.', type)
        from unit_rows cross join jsonb_array_elements_text(totals->'unknownTypes') as t(type)
       group by type order by type limit 100)`,
  )
  return rows
}

/** Keeps what would be written, for a preview. */
export async function keepTotals(client: PoolClient, { accountId, syncLogId, stream }: Scope): Promise<void> {
  await client.query(
    `insert into sync_changes (sync_log_id, seq, account_id, stream, external_id, action, device_id, device_name, diff,
                               content_hash, fields, attributes)
     select $2, (select coalesce(max(seq), 0) from sync_changes where sync_log_id = $2) + row_number() over (order by r.external_id),
            $1, $3, r.external_id, r.action, r.circuit_id, c.fields->>'title',
            jsonb_build_object('totalUnits', jsonb_build_array(a.total_units, r.totals->'totalUnits')),
            s.content_hash, s.fields, s.attributes
       from unit_rows r
       join circuits c on c.id = r.circuit_id
       join sync_records s on s.sync_log_id = $2 and s.stream = $3 and s.external_id = r.external_id
       left join lateral (select total_units from circuit_aggregates x
                           where x.circuit_id = c.id order by x.aggregate_date desc limit 1) a on true
      where r.action is not null`,
    [accountId, syncLogId, stream],
  )
  await client.query("update circuits set units_run_id = null where units_run_id = $1", [syncLogId])
}

/** Puts a kept plan's sums back on the stage, under the run that applies it. */
export async function restageTotals(
  client: PoolClient,
  { syncLogId, stream }: Scope,
  planId: string,
): Promise<void> {
  await client.query(
    `insert into sync_records (sync_log_id, stream, seq, external_id, content_hash, fields, attributes)
     select $1, stream, seq, external_id, content_hash, fields, attributes
       from sync_changes where sync_log_id = $2 and stream = $3 and content_hash is not null`,
    [syncLogId, planId, stream],
  )
}
