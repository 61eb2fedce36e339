import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"

/** One of the account's webhooks, for admins; 404 for any other id. */
export async function findWebhook(actor: Actor, id: string) {
  authorize(actor, "ADMIN")
  const found = await prisma().webhookEndpoint.findFirst({ where: { id, accountId: actor.accountId } })
  if (found !== null) return found
  throw new RequestError(404, "There is no such webhook in your account. Reload the list; it may be deleted.")
}
