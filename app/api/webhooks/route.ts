import { answer, handle } from "@/app/api/handle"
import { webhookInput } from "@/lib/domain/webhook"
import { createWebhook } from "@/lib/webhooks/create-webhook"
import { listWebhooks } from "@/lib/webhooks/list-webhooks"

export const GET = handle(async ({ actor }) => {
  const items = await listWebhooks(actor)
  return { items, nextCursor: null, total: items.length }
})

/** Makes a webhook: 201 with it and, this once, its secret. An address inside that is not allowed is 422. */
export const POST = handle(async ({ actor, body }) =>
  answer(await createWebhook(actor, await body(webhookInput)), 201),
)
