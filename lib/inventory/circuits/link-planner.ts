import { authorize } from "@/lib/auth/authorize"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import type { PlannerLinked } from "@/lib/domain/planner"
import { RequestError } from "@/lib/domain/problem"
import { assertMember } from "./assert-member"
import { adoptName, linkCircuits, linkName, renameMember, selectNamesake } from "./planners/store"

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
