import { pool, prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { WebhookUpdate, WebhookView } from "@/lib/domain/webhook"
import { enqueue } from "@/lib/jobs/enqueue"
import { findWebhook } from "./find-webhook"
import { refuseUrl } from "./refuse-url"
import { webhookViewOf } from "./webhook-view"

/** Changes a webhook, for admins. What waited while it was disabled goes out once it is enabled. */
export async function updateWebhook(actor: Actor, id: string, change: WebhookUpdate): Promise<WebhookView> {
  const before = await findWebhook(actor, id)
  if (change.url !== undefined && change.url !== before.url) refuseUrl(change.url)
  const { name, url, kinds, enabled } = change
  const row = await prisma().webhookEndpoint.update({
    where: { id },
    data: {
      ...(name === undefined ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(kinds === undefined ? {} : { kinds }),
      ...(enabled === undefined ? {} : { enabled, disabledReason: null }),
    },
  })
  if (row.enabled) await enqueue(pool(), "deliver-webhooks", {})
  return webhookViewOf(row)
}
