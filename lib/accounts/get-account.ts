import { prisma } from "@/lib/db/client"
import { type AccountView, type Actor, deviceSource } from "@/lib/domain/account"
import { retentionOf } from "@/lib/retention/retention-of"

/** The actor's account, and what they may do there. */
export async function getAccount(actor: Actor): Promise<AccountView> {
  const account = await prisma().account.findUniqueOrThrow({ where: { id: actor.accountId } })
  return {
    id: account.id,
    name: account.name,
    deviceSource: deviceSource.parse(account.deviceSource),
    role: actor.role,
    retention: retentionOf(account.retention),
    createdAt: account.createdAt.toISOString(),
    updatedAt: account.updatedAt.toISOString(),
  }
}
