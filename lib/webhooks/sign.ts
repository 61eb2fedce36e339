import { createHmac, randomBytes } from "node:crypto"

const prefix = "whsec_"

/** A new secret as Standard Webhooks writes them: `whsec_` and 32 random bytes in base64. */
export const makeSecret = (): string => prefix + randomBytes(32).toString("base64")

type Message = { id: string; body: string; secrets: string[]; now: Date }

/**
 * The headers that a receiver verifies a message by (Standard Webhooks, symmetric signature `v1`: HMAC-SHA256 over id, time
 * in seconds and body, joined by dots, with the secret's bytes). With several secrets it holds a signature of each.
 */
export function signatureHeaders({ id, body, secrets, now }: Message) {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), "base64")
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`
  })
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") }
}
