import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { plannerName } from "@/lib/domain/planner"
import { nameMember } from "@/lib/inventory/circuits/link-planner"

/** A member's name in WorkStudio. */
export const PUT = handle(async ({ actor, params, body }) => {
  const { id } = params(byId)
  const { wsUsername } = await body(plannerName)
  return nameMember(actor, id, wsUsername)
})
