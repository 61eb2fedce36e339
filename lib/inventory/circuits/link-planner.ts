import type { PoolClient } from "pg"
import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import type { PlannerLinked } from "@/lib/domain/planner"
import { RequestError } from "@/lib/domain/problem"
import { inInventory } from "@/lib/inventory/devices/in-inventory"
import { assertMember } from "./assert-member"
import {
  adoptName,
  forgetName,
  linkCircuits,
  linkName,
  releaseCircuits,
  renameMember,
  selectName,
  selectNamesake,
  selectOwnName,
} from "./planners/store"

/**
 * Says whose name an unlinked planner's is; admins only. The member is linked to every circuit that has it, now and at every
 * sync to come, and takes it as their name where they have none. Throws 403, 404, 422, and 409 where another member has it.
 */
export async function linkPlanner(actor: Actor, plannerId: string, userId: string): Promise<PlannerLinked> {
  authorize(actor, "ADMIN")
  const { accountId } = actor
  return inInventory(accountId, async (client) => {
    await assertMember(client, accountId, userId)
    const name = await nameOf(client, accountId, plannerId)
    await assertFree(client, { accountId, name, userId })
    await client.query(linkName, [accountId, plannerId, userId, actor.userId])
    await client.query(adoptName, [accountId, userId, name])
    const { rowCount } = await client.query(linkCircuits, [accountId, userId, name])
    return { userId, circuits: rowCount ?? 0 }
  })
}

/**
 * Takes a name away from the member who has it; admins only. The circuits that the name has taken are theirs no more, unless
 * they were given to them by hand. Throws 403, 404, and 409 where nobody has it.
 */
export async function unlinkPlanner(actor: Actor, plannerId: string): Promise<PlannerLinked> {
  authorize(actor, "ADMIN")
  const { accountId } = actor
  return inInventory(accountId, async (client) => {
    const name = await nameOf(client, accountId, plannerId)
    const holder = await namesake(client, { accountId, name, userId: null })
    if (holder === null) throw new RequestError(409, `Nobody has the name ${name}.`)
    const { userId, wsUsername } = holder
    if (wsUsername?.toLowerCase() === name.toLowerCase())
      await client.query(renameMember, [accountId, userId, null])
    return { userId, circuits: await release(client, { accountId, userId, name }) }
  })
}

/**
 * Gives a member a name in WorkStudio, or none, in place of the one they had; admins only. Throws 403, 404, and 409 where another
 * member has it.
 */
export async function nameMember(
  actor: Actor,
  userId: string,
  wsUsername: string | null,
): Promise<PlannerLinked> {
  authorize(actor, "ADMIN")
  const { accountId } = actor
  return inInventory(accountId, async (client) => {
    const { rows } = await client.query<{ wsUsername: string | null }>(selectOwnName, [accountId, userId])
    const [member] = rows
    if (member === undefined) throw new RequestError(404, "There is no member with this id in your account.")
    if (wsUsername !== null) await assertFree(client, { accountId, name: wsUsername, userId })
    await client.query(renameMember, [accountId, userId, wsUsername])
    const before = member.wsUsername
    if (before !== null && before.toLowerCase() !== wsUsername?.toLowerCase())
      await release(client, { accountId, userId, name: before })
    if (wsUsername === null) return { userId, circuits: 0 }
    const linked = await client.query(linkCircuits, [accountId, userId, wsUsername])
    return { userId, circuits: linked.rowCount ?? 0 }
  })
}

// All three come one after the other, and after a sync that is merging: of two admins who give one name to two members the second
// is told who has it, and no sync links by a name that is being taken away

type Named = { accountId: string; name: string; userId: string }

/** Gives how many circuits the member has no more. */
async function release(client: PoolClient, { accountId, name, userId }: Named): Promise<number> {
  await client.query(forgetName, [accountId, userId, name])
  return (await client.query(releaseCircuits, [accountId, userId, name])).rowCount ?? 0
}

async function nameOf(client: PoolClient, accountId: string, plannerId: string): Promise<string> {
  const { rows } = await client.query<{ wsUsername: string }>(selectName, [accountId, plannerId])
  const name = rows[0]?.wsUsername
  if (name !== undefined) return name
  throw new RequestError(404, "There is no unlinked planner with this id in your account.")
}

async function assertFree(client: PoolClient, named: Named): Promise<void> {
  const other = await namesake(client, named)
  if (other === null) return
  throw new RequestError(409, `${other.name} has the name ${named.name} already. Take it from them first.`)
}

type Holder = { userId: string; name: string; wsUsername: string | null }

async function namesake(
  client: PoolClient,
  { accountId, name, userId }: Omit<Named, "userId"> & { userId: string | null },
): Promise<Holder | null> {
  const { rows } = await client.query<Holder>(selectNamesake, [accountId, name, userId])
  return rows[0] ?? null
}
