import { randomUUID } from "node:crypto"
import { createAccount } from "@/lib/accounts/create-account"
import { createApiToken } from "@/lib/auth/api-token"
import { prisma } from "@/lib/db/client"
import type { Actor, Role } from "@/lib/domain/account"

/** An account of its own with one user of each role: who they are, and a token of each. */
export async function makeTenant(name = "Acme") {
  const { id: accountId } = await createAccount(prisma(), { name })
  const member = (role: Role) => makeMember(accountId, role)
  const [admin, simpleMember, viewer] = [
    await member("ADMIN"),
    await member("MEMBER"),
    await member("VIEWER"),
  ]
  return {
    accountId,
    admin: admin.actor,
    member: simpleMember.actor,
    viewer: viewer.actor,
    tokens: { admin: admin.token, member: simpleMember.token, viewer: viewer.token },
  }
}

export type Tenant = Awaited<ReturnType<typeof makeTenant>>

async function makeMember(accountId: string, role: Role): Promise<{ actor: Actor; token: string }> {
  const email = `${role.toLowerCase()}-${randomUUID()}@example.com`
  const user = await prisma().user.create({
    data: { email, name: `The ${role.toLowerCase()}`, memberships: { create: { accountId, role } } },
  })
  const actor: Actor = { userId: user.id, userName: user.name, accountId, role, via: "session" }
  return { actor, token: await createApiToken(prisma(), { email, name: "test" }) }
}
