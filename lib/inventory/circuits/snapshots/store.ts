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
                        where x.circuit_id = c.id order by x.aggregate_date desc limit 1) a on true
   where c.integration_id = $1::uuid and c.retired_at is null and s.shown->>'apiStatus' <> 'CLOSE'
  on conflict (circuit_id, snapshot_type, snapshot_date) do nothing`

const sums = `
  count(*)::int as circuits, coalesce(sum(s.miles_planned), 0)::float as "milesPlanned",
  avg(s.percent_complete)::float as "percentComplete", sum(s.total_units)::int as "totalUnits",
  sum(s.units_approved)::int as "unitsApproved", sum(s.units_refused)::int as "unitsRefused",
  sum(s.units_pending)::int as "unitsPending"`

/** $1 account, $2 days back. The account by day and by region: circuits, miles, units. */
export const selectByRegion = `
  select to_char(s.snapshot_date, 'YYYY-MM-DD') as date, s.region, ${sums}
  from circuit_snapshots s
  where s.account_id = $1 and s.snapshot_type = 'daily' and s.snapshot_date > current_date - $2::int
  group by s.snapshot_date, s.region
  order by s.snapshot_date, s.region nulls last`

/** $1 account, $2 days back. The account by day and by who plans the circuits now. */
export const selectByPlanner = `
  select to_char(s.snapshot_date, 'YYYY-MM-DD') as date, p.user_id as "userId", u.name, ${sums}
  from circuit_snapshots s
  join circuit_planners p on p.circuit_id = s.circuit_id
  join users u on u.id = p.user_id
  where s.account_id = $1 and s.snapshot_type = 'daily' and s.snapshot_date > current_date - $2::int
  group by s.snapshot_date, p.user_id, u.name
  order by s.snapshot_date, u.name, p.user_id`
