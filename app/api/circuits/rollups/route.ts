import { handle } from "@/app/api/handle"
import { rollupQuery } from "@/lib/domain/region-day"
import { listRegionDays } from "@/lib/inventory/circuits/list-region-days"

/** Daily snapshots added up by region, oldest day first. */
export const GET = handle(async ({ actor, query }) => ({
  items: await listRegionDays(actor, query(rollupQuery)),
  nextCursor: null,
}))
