import { handle } from "@/app/api/handle"
import { rollupQuery } from "@/lib/domain/region-day"
import { listPlannerDays, listRegionDays } from "@/lib/inventory/circuits/list-rollups"

/** Daily snapshots added up by region or by planner, oldest day first. */
export const GET = handle(async ({ actor, query }) => {
  const { by, days } = query(rollupQuery)
  const list = by === "region" ? listRegionDays : listPlannerDays
  return { items: await list(actor, { days }), nextCursor: null }
})
