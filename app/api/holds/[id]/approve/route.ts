import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { holdDecision } from "@/lib/domain/removal-hold"
import { approveHold } from "@/lib/inventory/holds/decide-hold"

/** Makes the held removals: those of `externalIds`, or all without a body. */
export const POST = handle(async ({ actor, params, body }) => {
  const { id } = params(byId)
  return approveHold(actor, id, await body(holdDecision.default({})))
})
