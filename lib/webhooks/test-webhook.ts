import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { enqueue, viaPrisma } from "@/lib/jobs/enqueue"
import { findWebhook } from "./find-webhook"

/** Queues a message of the type `test` to one endpoint, for admins. How it fared stands in the delivery log. */
export async function testWebhook(actor: Actor, id: string): Promise<{ deliveryId: string }> {
  const endpoint = await findWebhook(actor, id)
  if (!endpoint.enabled)
    throw new RequestError(409, "This webhook is disabled, so nothing is sent to it. Enable it first.")
  const payload = {
    type: "test",
    timestamp: new Date().toISOString(),
    data: { accountId: actor.accountId, title: "Test", body: `${actor.userName} tried out this webhook.` },
  }
  return prisma().$transaction(async (tx) => {
    const { id: deliveryId } = await tx.webhookDelivery.create({
      data: { accountId: actor.accountId, endpointId: id, kind: "test", payload },
    })
    await enqueue(viaPrisma(tx), "deliver-webhooks", {})
    return { deliveryId }
  })
}
