import type { PoolClient } from "pg"
import { authorize } from "@/lib/auth/authorize"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import type { PlannerLinked } from "@/lib/domain/planner"
import { RequestError } from "@/lib/domain/problem"
import { findCircuit } from "./get-circuit"
import {
  adoptName,
  assignPlanner,
  linkCircuits,
  linkName,
  removePlanner,
  renameMember,
  selectMember,
  selectNamesake,
} from "./planners/store"

/**
 * Says whose name an unlinked planner's is; admins only. The member is linked to every circuit that has it, now and at every
 * sync to come, and takes it as their name where they have none. Throws 403, 404, 422.
 */
export async function linkPlanner(actor: Actor, plannerId: string, userId: string): Promise<PlannerLinked> {
  authorize(actor, "ADMIN")
  const { accountId } = actor
  return inTransaction(async (client) => {
    await assertMember(client, accountId, userId)
    const { rows } = await client.query<{ wsUsername: string }>(linkName, [
      accountId,
      plannerId,
      userId,
      actor.userId,
    ])
    const name = rows[0]?.wsUsername
    if (name === undefined)
      throw new RequestError(404, "There is no unlinked planner with this id in your account.")
    await client.query(adoptName, [accountId, userId, name])
    const { rowCount } = await client.query(linkCircuits, [accountId, userId, name])
    return { userId, circuits: rowCount ?? 0 }
  })
}

/** Gives a member a name in WorkStudio, or none; admins only. Throws 403, 404, and 409 where another member has it. */
export async function nameMember(
  actor: Actor,
  userId: string,
  wsUsername: string | null,
): Promise<PlannerLinked> {
  authorize(actor, "ADMIN")
  const { accountId } = actor
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ name: string }>(selectNamesake, [accountId, wsUsername, userId])
    if (rows[0] !== undefined) throw new RequestError(409, `${rows[0].name} has this name already.`)
    const { rowCount } = await client.query(renameMember, [accountId, userId, wsUsername])
    if (rowCount === 0) throw new RequestError(404, "There is no member with this id in your account.")
    if (wsUsername === null) return { userId, circuits: 0 }
    const linked = await client.query(linkCircuits, [accountId, userId, wsUsername])
    return { userId, circuits: linked.rowCount ?? 0 }
  })
}

/** Makes members planners of a circuit by hand, or takes them off it; members and admins. Throws 403, 404, 422. */
export async function changePlanners(
  actor: Actor,
  circuitId: string,
  { add = [], remove = [] }: { add?: string[]; remove?: string[] },
): Promise<void> {
  authorize(actor, "MEMBER")
  await findCircuit(actor, circuitId)
  await inTransaction(async (client) => {
    for (const userId of add) {
      await assertMember(client, actor.accountId, userId)
      await client.query(assignPlanner, [circuitId, userId, actor.accountId, actor.userId])
    }
    for (const userId of remove) await client.query(removePlanner, [circuitId, userId])
  })
}

async function assertMember(client: PoolClient, accountId: string, userId: string): Promise<void> {
  const { rowCount } = await client.query(selectMember, [accountId, userId])
  if (rowCount === 1) return
  const message = "There is no member with this id in your account."
  throw new RequestError(422, message, { userId: [message] })
}
