import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { type WithParts, withParts } from "./integration-views"

/** An integration of the actor's account. Throws 404 when there is none, it was removed, or it is another account's. */
export async function findIntegration(actor: Actor, id: string): Promise<WithParts> {
  const found = await prisma().integration.findFirst({
    where: { id, accountId: actor.accountId, deletedAt: null },
    include: withParts,
  })
  if (found !== null) return found
  throw new RequestError(404, "There is no integration with this id in your account.")
}
