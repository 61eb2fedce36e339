import { answer, handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { testWebhook } from "@/lib/webhooks/test-webhook"

/** Queues a message of the type `test`: 202 with the id it has in the delivery log; 409 while the webhook is disabled. */
export const POST = handle(async ({ actor, params }) =>
  answer(await testWebhook(actor, params(byId).id), 202),
)
