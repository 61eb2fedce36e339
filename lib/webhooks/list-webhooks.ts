import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { WebhookView } from "@/lib/domain/webhook"
import { webhookViewOf } from "./webhook-view"

/** The account's webhooks in the order they were made; for admins. */
export async function listWebhooks(actor: Actor): Promise<WebhookView[]> {
  authorize(actor, "ADMIN")
  const rows = await prisma().webhookEndpoint.findMany({
    where: { accountId: actor.accountId },
    orderBy: { id: "asc" },
  })
  return Promise.all(rows.map(webhookViewOf))
}
