import type { Pool } from "pg"
import { z } from "zod"
import { json } from "@/lib/domain/json"
import type { WebhookAttempt } from "@/lib/domain/webhook"
import { enqueue } from "@/lib/jobs/enqueue"
import type { Log } from "@/lib/log"
import { nextAttemptAt } from "@/lib/outbox/next-attempt-at"
import { leaseSeconds, rowsAtOnce, workOff } from "@/lib/outbox/work-off"
import { open } from "@/lib/secrets"
import { secretsOf } from "@/lib/webhooks/secrets-of"
import { signatureHeaders } from "@/lib/webhooks/sign"
import { claimDue, disableEndpoint, recordAttempt } from "@/lib/webhooks/store"
import { type Answer, postOnce } from "@/worker/webhooks/post-once"

type Work = { pool: Pool; log: Log; signal: AbortSignal }

const claimed = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      endpointId: z.uuid(),
      url: z.string(),
      payload: json,
      attempts: z.number(),
      ciphertext: z.instanceof(Uint8Array),
      keyId: z.string(),
    }),
  ),
})
type Delivery = z.infer<typeof claimed>["rows"][number]

/** Posts the webhook messages that are due (O-NOTIFY). What the receiver does not take is tried again for more than a day. */
export async function deliverWebhooks({ pool, log, signal }: Work): Promise<void> {
  await workOff({
    claim: async () => claimed.parse(await pool.query(claimDue, [rowsAtOnce, leaseSeconds])).rows,
    attempt: async (delivery) => {
      const began = new Date()
      const answer = await post(delivery, began)
      await record({ pool, log }, delivery, { began, answer })
    },
    signal,
  })
}

async function post({ id, endpointId, url, payload, ...sealed }: Delivery, now: Date): Promise<Answer> {
  const body = JSON.stringify(payload)
  try {
    const secrets = secretsOf(open(sealed, endpointId), now)
    return await postOnce({ url, body, headers: signatureHeaders({ id, body, secrets, now }) })
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : String(error) }
  }
}

type Outcome = { began: Date; answer: Answer }

async function record({ pool, log }: Omit<Work, "signal">, delivery: Delivery, { began, answer }: Outcome) {
  const { id, endpointId, attempts } = delivery
  const { status, error } = answer
  const now = new Date()
  const attempt: WebhookAttempt = {
    at: began.toISOString(),
    durationMs: now.getTime() - began.getTime(),
    status,
    error,
  }
  const again = error === null || status === gone ? null : nextAttemptAt(attempts, now)
  const next = error === null ? "delivered" : again === null ? "failed" : "pending"
  await pool.query(recordAttempt, [id, next, JSON.stringify([attempt]), again, attempts])
  if (again !== null) await enqueue(pool, "deliver-webhooks", {}, { runAt: again })
  if (status === gone)
    await pool.query(disableEndpoint, [
      endpointId,
      "The receiver answered 410 Gone: it wants no more messages.",
    ])
  const facts = { deliveryId: id, endpointId, attempts, status }
  if (error === null) log.info(facts, "webhook delivered")
  else log.warn({ ...facts, error, again }, "webhook not delivered")
}

/** Standard Webhooks: the receiver asks to be left alone. */
const gone = 410
