import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { AccountUpdate, AccountView, Actor } from "@/lib/domain/account"
import { getAccount } from "./get-account"

/**
 * Renames the account, or says where its MDM devices come from (S0-DETECT); admins only. Integrations of the new source
 * that were due meanwhile sync at once.
 */
export async function updateAccount(
  actor: Actor,
  { name, deviceSource }: AccountUpdate,
): Promise<AccountView> {
  authorize(actor, "ADMIN")
  await prisma().account.update({
    where: { id: actor.accountId },
    data: {
      ...(name === undefined ? {} : { name }),
      ...(deviceSource === undefined ? {} : { deviceSource }),
    },
  })
  return getAccount(actor)
}
