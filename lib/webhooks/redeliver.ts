import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { WebhookDeliveryView } from "@/lib/domain/webhook"
import { enqueue, viaPrisma } from "@/lib/jobs/enqueue"
import { findWebhook } from "./find-webhook"
import { deliveryView } from "./list-deliveries"

/** Sends a message again, at once and under the same id, with all its tries anew; for admins. */
export async function redeliver(
  actor: Actor,
  { id, delivery }: { id: string; delivery: string },
): Promise<WebhookDeliveryView> {
  const endpoint = await findWebhook(actor, id)
  if (!endpoint.enabled)
    throw new RequestError(409, "This webhook is disabled, so nothing is sent to it. Enable it first.")
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: delivery, endpointId: id },
      data: { status: "pending", attempts: 0, nextAttemptAt: new Date() },
    })
    if (count === 0)
      throw new RequestError(404, "There is no such delivery of this webhook. It may be too old to be kept.")
    await enqueue(viaPrisma(tx), "deliver-webhooks", {})
    return deliveryView(await tx.webhookDelivery.findUniqueOrThrow({ where: { id: delivery } }))
  })
}
