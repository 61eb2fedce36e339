import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { holdDecision } from "@/lib/domain/removal-hold"
import { dismissHold } from "@/lib/inventory/holds/decide-hold"

/** Lets the held records be: those of `externalIds`, or all without a body. */
export const POST = handle(async ({ actor, params, body }) => {
  const { id } = params(byId)
  return dismissHold(actor, id, await body(holdDecision.default({})))
})
