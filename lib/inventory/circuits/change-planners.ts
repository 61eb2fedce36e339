import { authorize } from "@/lib/auth/authorize"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import type { CircuitDetail } from "@/lib/domain/circuit-view"
import type { PlannersChange } from "@/lib/domain/planner"
import { assertMember } from "./assert-member"
import { insertChange, insertEvent, lockCircuit } from "./edit/store"
import { findCircuit, getCircuit } from "./get-circuit"
import { assignPlanner, removePlanner, selectNames } from "./planners/store"

/**
 * Makes members planners of a circuit by hand, or takes them off it; members and admins. A change stands in the circuit's
 * history and is told as CircuitUpdated. Throws 403, 404, 422.
 */
export async function changePlanners(
  actor: Actor,
  circuitId: string,
  { add = [], remove = [] }: Partial<PlannersChange>,
): Promise<CircuitDetail> {
  authorize(actor, "MEMBER")
  const { accountId, userId: by, userName } = actor
  const { integrationId } = await findCircuit(actor, circuitId)
  await inTransaction(async (client) => {
    const names = async () =>
      (await client.query<{ names: string | null }>(selectNames, [circuitId])).rows[0]?.names ?? null
    await client.query(lockCircuit, [accountId, circuitId])
    const before = await names()
    for (const userId of add) {
      await assertMember(client, accountId, userId)
      await client.query(assignPlanner, [circuitId, userId, accountId, by])
    }
    for (const userId of remove) await client.query(removePlanner, [circuitId, userId])
    const after = await names()
    if (after === before) return
    await client.query(insertChange, [accountId, circuitId, integrationId, by, { planners: [before, after] }])
    const data = { circuitId, by: userName, fields: ["planners"] }
    await client.query(insertEvent, [accountId, "circuit.updated", circuitId, integrationId, data])
  })
  return getCircuit(actor, circuitId)
}
