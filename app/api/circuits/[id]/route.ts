import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { circuitUpdate } from "@/lib/domain/circuit-view"
import { getCircuit } from "@/lib/inventory/circuits/get-circuit"
import { updateCircuit } from "@/lib/inventory/circuits/update-circuit"

export const GET = handle(async ({ actor, params }) => getCircuit(actor, params(byId).id))

/** Changes its workflow, notes, or values that win over the source's. */
export const PATCH = handle(async ({ actor, params, body }) => {
  const { id } = params(byId)
  return updateCircuit(actor, id, await body(circuitUpdate))
})
