import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { WebhookMade } from "@/lib/domain/webhook"
import { open, seal } from "@/lib/secrets"
import { findWebhook } from "./find-webhook"
import { replaceSecret } from "./secrets-of"
import { makeSecret } from "./sign"
import { webhookViewOf } from "./webhook-view"

/**
 * Gives a webhook a new secret, for admins, and tells it this once. Messages carry a signature of the old one as well for a
 * day. Throws 404, and 409 when somebody else changed it at the same time.
 */
export async function rotateSecret(actor: Actor, id: string, now: Date): Promise<WebhookMade> {
  const row = await findWebhook(actor, id)
  const { secretCiphertext: ciphertext, secretKeyId: keyId } = row
  const secret = makeSecret()
  const sealed = seal(replaceSecret(open({ ciphertext, keyId }, id), secret, now), id)
  const { count } = await prisma().webhookEndpoint.updateMany({
    where: { id, secretCiphertext: ciphertext },
    data: { secretCiphertext: sealed.ciphertext, secretKeyId: sealed.keyId },
  })
  if (count === 1) return { ...(await webhookViewOf(row)), secret }
  throw new RequestError(
    409,
    "Somebody changed this webhook's secret just now. Reload, and ask again if need be.",
  )
}
