import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { withNames } from "./sync-log-view"

/** A run of the actor's account, with its names. Throws 404 when there is none, or it is another account's. */
export async function findSyncLog(actor: Actor, id: string) {
  const found = await prisma().syncLog.findFirst({
    where: { id, accountId: actor.accountId },
    include: withNames,
  })
  if (found !== null) return found
  throw new RequestError(404, "There is no sync with this id in your account.")
}
