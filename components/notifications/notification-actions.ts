import type { ActionResult } from "@/lib/domain/action-result"
import type { NotificationRulesUpdate, NotificationSettings } from "@/lib/domain/notification-rules"
import type {
  WebhookDeliveryView,
  WebhookInput,
  WebhookMade,
  WebhookUpdate,
  WebhookView,
} from "@/lib/domain/webhook"

/** What an admin can do about where news go. The page gives these to the components; each checks the role itself. */
export type NotificationActions = {
  changeRules: (input: NotificationRulesUpdate) => Promise<ActionResult<NotificationSettings>>
  testEmail: (input: object) => Promise<ActionResult<{ recipient: string }>>
}

export type WebhookActions = {
  create: (input: WebhookInput) => Promise<ActionResult<WebhookMade>>
  update: (input: { id: string; change: WebhookUpdate }) => Promise<ActionResult<WebhookView>>
  rotate: (input: { id: string }) => Promise<ActionResult<WebhookMade>>
  remove: (input: { id: string }) => Promise<ActionResult<null>>
  test: (input: { id: string }) => Promise<ActionResult<{ deliveryId: string }>>
  redeliver: (input: { id: string; delivery: string }) => Promise<ActionResult<WebhookDeliveryView>>
}
