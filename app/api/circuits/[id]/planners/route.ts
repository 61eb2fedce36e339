import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { plannersChange } from "@/lib/domain/planner"
import { changePlanners } from "@/lib/inventory/circuits/change-planners"

/** Makes members planners of it by hand, or takes them off it. */
export const PATCH = handle(async ({ actor, params, body }) => {
  const { id } = params(byId)
  return changePlanners(actor, id, await body(plannersChange))
})
