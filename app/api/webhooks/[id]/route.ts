import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { webhookUpdate } from "@/lib/domain/webhook"
import { deleteWebhook } from "@/lib/webhooks/delete-webhook"
import { findWebhook } from "@/lib/webhooks/find-webhook"
import { updateWebhook } from "@/lib/webhooks/update-webhook"
import { webhookViewOf } from "@/lib/webhooks/webhook-view"

export const GET = handle(async ({ actor, params }) =>
  webhookViewOf(await findWebhook(actor, params(byId).id)),
)

/** Renames, redirects, disables or enables it, or changes which news it gets; what is left out stays. */
export const PATCH = handle(async ({ actor, params, body }) =>
  updateWebhook(actor, params(byId).id, await body(webhookUpdate)),
)

export const DELETE = handle(async ({ actor, params }) => {
  await deleteWebhook(actor, params(byId).id)
  return new Response(null, { status: 204 })
})
