/**
 * $1 integration, $2 now, $3 zone or null for the integration's. How every circuit that is not closed stands, one a business
 * day: the first of a day stays (S2-SNAPSHOT).
 */
export const insertDaily = `
  insert into circuit_snapshots (account_id, circuit_id, snapshot_type, snapshot_date, miles_planned, percent_complete, api_status,
    workflow_stage, region, total_units, total_linear_ft, total_acres, total_trees, units_approved, units_refused, units_pending, metrics)
  select c.account_id, c.id, 'daily', ($2::timestamptz at time zone coalesce($3::text, i.time_zone))::date,
         (s.shown->>'milesPlanned')::numeric, (s.shown->>'percentComplete')::numeric, s.shown->>'apiStatus', u.workflow_stage,
         s.shown->>'region', a.total_units, a.total_linear_ft, a.total_acres, a.total_trees, a.units_approved, a.units_refused,
         a.units_pending,
         case when a.id is null then '{}' else jsonb_build_object(
           'unitCountsByType', a.unit_counts_by_type, 'plannerDistribution', a.planner_distribution) end
    from circuits c
    join integrations i on i.id = c.integration_id
    join circuit_ui_states u on u.circuit_id = c.id
   cross join lateral (select c.fields || c.manual as shown) s
    left join lateral (select * from circuit_aggregates x
                        where x.circuit_id = c.id and not x.is_rollup order by x.aggregate_date desc limit 1) a on true
   where c.integration_id = $1::uuid and c.retired_at is null and s.shown->>'apiStatus' <> 'CLOSE'
  on conflict (circuit_id, snapshot_type, snapshot_date) do nothing`

/** $1 account, $2 days back. The account by day and by region: circuits, miles, units. */
export const selectByRegion = `
  select to_char(snapshot_date, 'YYYY-MM-DD') as date, region, count(*)::int as circuits,
         coalesce(sum(miles_planned), 0)::float as "milesPlanned", avg(percent_complete)::float as "percentComplete",
         sum(total_units)::int as "totalUnits", sum(units_approved)::int as "unitsApproved",
         sum(units_refused)::int as "unitsRefused", sum(units_pending)::int as "unitsPending"
  from circuit_snapshots
  where account_id = $1 and snapshot_type = 'daily' and snapshot_date > current_date - $2::int
  group by snapshot_date, region
  order by snapshot_date, region nulls last`
