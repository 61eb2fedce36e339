import { z } from "zod"
import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { getCircuit } from "@/lib/inventory/circuits/get-circuit"
import { changePlanners } from "@/lib/inventory/circuits/link-planner"

const users = z.array(z.uuid()).max(50).default([])
const change = z.strictObject({ add: users, remove: users })

/** Makes members planners of it by hand, or takes them off it. */
export const PATCH = handle(async ({ actor, params, body }) => {
  const { id } = params(byId)
  await changePlanners(actor, id, await body(change))
  return getCircuit(actor, id)
})
