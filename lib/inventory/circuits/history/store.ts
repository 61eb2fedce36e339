/** $1 circuit, $2 limit. The newest first. */
export const selectAggregates = `
  select
    to_char(aggregate_date, 'YYYY-MM-DD') as date, total_miles::float as "totalMiles",
    miles_planned::float as "milesPlanned", miles_remaining::float as "milesRemaining", total_units as "totalUnits",
    total_linear_ft::float as "totalLinearFt", total_acres::float as "totalAcres", total_trees as "totalTrees",
    units_approved as "unitsApproved", units_refused as "unitsRefused", units_pending as "unitsPending",
    permission_counts as "permissionCounts", unit_counts_by_type as "unitCountsByType", linear_ft_by_type as "linearFtByType",
    acres_by_type as "acresByType", planner_distribution as "plannerDistribution", unknown_types as "unknownTypes", updated_at as at
  from circuit_aggregates
  where circuit_id = $1
  order by aggregate_date desc
  limit $2`

/** $1 circuit, $2 limit. The newest first. */
export const selectSnapshots = `
  select
    to_char(snapshot_date, 'YYYY-MM-DD') as date, snapshot_type as type, miles_planned::float as "milesPlanned",
    percent_complete::float as "percentComplete", api_status as "apiStatus", workflow_stage as "workflowStage",
    total_units as "totalUnits", units_approved as "unitsApproved", units_refused as "unitsRefused",
    units_pending as "unitsPending", notes
  from circuit_snapshots
  where circuit_id = $1
  order by snapshot_date desc, snapshot_type
  limit $2`
