import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { AccountUpdate, AccountView, Actor } from "@/lib/domain/account"
import { changeRetention } from "@/lib/retention/retention-of"
import { getAccount } from "./get-account"

/**
 * Renames the account, says where its MDM devices come from (S0-DETECT), or for how long things are kept (O-RETAIN); admins
 * only. Integrations of the new source that were due meanwhile sync at once.
 */
export async function updateAccount(
  actor: Actor,
  { name, deviceSource, retention }: AccountUpdate,
): Promise<AccountView> {
  authorize(actor, "ADMIN")
  const where = { id: actor.accountId }
  const before = await prisma().account.findUniqueOrThrow({ where })
  await prisma().account.update({
    where,
    data: {
      ...(name === undefined ? {} : { name }),
      ...(deviceSource === undefined ? {} : { deviceSource }),
      ...(retention === undefined ? {} : { retention: changeRetention(before.retention, retention) }),
    },
  })
  return getAccount(actor)
}
