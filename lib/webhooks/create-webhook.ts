import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { WebhookInput, WebhookMade } from "@/lib/domain/webhook"
import { makeId } from "@/lib/integrations/make-id"
import { seal } from "@/lib/secrets"
import { refuseUrl } from "./refuse-url"
import { makeSecret } from "./sign"
import { webhookViewOf } from "./webhook-view"

const most = 20

/** Makes a webhook, for admins, and tells its secret this once. */
export async function createWebhook(actor: Actor, input: WebhookInput): Promise<WebhookMade> {
  authorize(actor, "ADMIN")
  refuseUrl(input.url)
  const { accountId } = actor
  if ((await prisma().webhookEndpoint.count({ where: { accountId } })) >= most)
    throw new RequestError(409, `An account has at most ${most} webhooks. Delete one that is not used.`)
  const id = await makeId()
  const secret = makeSecret()
  const { ciphertext, keyId } = seal({ secret }, id)
  const row = await prisma().webhookEndpoint.create({
    data: { id, accountId, ...input, secretCiphertext: ciphertext, secretKeyId: keyId },
  })
  return { ...(await webhookViewOf(row)), secret }
}
