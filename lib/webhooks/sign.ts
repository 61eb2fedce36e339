import { createHmac, randomBytes } from "node:crypto"

const prefix = "whsec_"

/** A new secret as Standard Webhooks writes them: `whsec_` and 32 random bytes in base64. */
export const makeSecret = (): string => prefix + randomBytes(32).toString("base64")

/**
 * The headers that a receiver verifies a message by (Standard Webhooks, symmetric signature `v1`: HMAC-SHA256 over id, time
 * in seconds and body, joined by dots, with the secret's bytes).
 */
export function signatureHeaders(message: { id: string; body: string; secret: string; now: Date }) {
  const { id, body, secret, now } = message
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const key = Buffer.from(secret.slice(prefix.length), "base64")
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` }
}
