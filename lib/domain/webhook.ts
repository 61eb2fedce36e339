import { z } from "zod"
import { listing } from "./listing"
import { noticeKind } from "./notification-rules"

const name = z.string().trim().min(1, "Give the webhook a name.").max(100)
const url = z.url({ protocol: /^https?$/, error: "Enter an address that starts with https://." }).max(2000)
const kinds = z.array(noticeKind).min(1, "Choose at least one kind of news.")

/** `POST /api/webhooks`. */
export const webhookInput = z.strictObject({ name, url, kinds })
export type WebhookInput = z.infer<typeof webhookInput>

/** `PATCH /api/webhooks/:id`: what is left out stays. */
export const webhookUpdate = z.strictObject({
  name: name.optional(),
  url: url.optional(),
  kinds: kinds.optional(),
  enabled: z.boolean().optional(),
})
export type WebhookUpdate = z.infer<typeof webhookUpdate>

export const deliveryStatus = z.enum(["pending", "delivered", "failed"])
export type DeliveryStatus = z.infer<typeof deliveryStatus>

/** One try to deliver a message: what the receiver answered, or why nothing came. */
export const webhookAttempt = z.object({
  at: z.iso.datetime(),
  durationMs: z.number().int(),
  status: z.number().int().nullable(),
  error: z.string().nullable(),
})
export type WebhookAttempt = z.infer<typeof webhookAttempt>

/** One message to one endpoint; its id is sent as `webhook-id`. */
export const webhookDeliveryView = z.object({
  id: z.uuid(),
  kind: z.string(),
  status: deliveryStatus,
  attempts: z.number().int(),
  /** Null unless it is tried again. */
  nextAttemptAt: z.iso.datetime().nullable(),
  /** The last tries, oldest first. */
  log: z.array(webhookAttempt),
  createdAt: z.iso.datetime(),
  deliveredAt: z.iso.datetime().nullable(),
})
export type WebhookDeliveryView = z.infer<typeof webhookDeliveryView>

/** One of the account's webhooks, without its secret. */
export const webhookView = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  kinds: z.array(noticeKind),
  enabled: z.boolean(),
  /** Why Rollcall itself disabled it. */
  disabledReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** The newest message to it and how that fared; null while nothing was sent. */
  lastDelivery: webhookDeliveryView.nullable(),
})
export type WebhookView = z.infer<typeof webhookView>

/** A webhook that was just made: the only time its secret is told. */
export type WebhookMade = WebhookView & { secret: string }

export const webhookDeliveryListing = listing(webhookDeliveryView)
export type WebhookDeliveryListing = z.infer<typeof webhookDeliveryListing>
