import { z } from "zod"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { listOwnAccounts, type OwnAccount } from "./list-own-accounts"

export const accountChoice = z.object({ accountId: z.uuid() })

/** The account to work in from now on. Throws 404 for one that the actor's user does not belong to. */
export async function chooseAccount(
  actor: Actor,
  { accountId }: z.infer<typeof accountChoice>,
): Promise<OwnAccount> {
  const found = (await listOwnAccounts(actor)).find(({ id }) => id === accountId)
  if (found !== undefined) return found
  throw new RequestError(404, "You do not belong to this account. Ask one of its admins to add you.")
}
