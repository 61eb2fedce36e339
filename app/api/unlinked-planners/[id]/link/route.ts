import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { plannerLinking } from "@/lib/domain/planner"
import { linkPlanner, unlinkPlanner } from "@/lib/inventory/circuits/link-planner"

/** Says whose name it is, which links that member to its circuits. */
export const POST = handle(async ({ actor, params, body }) => {
  const { id } = params(byId)
  const { userId } = await body(plannerLinking)
  return linkPlanner(actor, id, userId)
})

/** Takes the name away from the member who has it, and with it the circuits that it has taken. */
export const DELETE = handle(async ({ actor, params }) => unlinkPlanner(actor, params(byId).id))
