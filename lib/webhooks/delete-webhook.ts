import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { findWebhook } from "./find-webhook"

/** Deletes a webhook with its delivery log and what still waits for it; for admins. */
export async function deleteWebhook(actor: Actor, id: string): Promise<void> {
  await findWebhook(actor, id)
  await prisma().webhookEndpoint.delete({ where: { id } })
}
