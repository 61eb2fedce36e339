import { handle } from "@/app/api/handle"
import { notificationRulesUpdate } from "@/lib/domain/notification-rules"
import { getNotificationSettings } from "@/lib/notifications/get-notification-settings"
import { updateNotificationRules } from "@/lib/notifications/update-notification-rules"

/** Which news go where, and whether e-mail is set up. */
export const GET = handle(async ({ actor }) => getNotificationSettings(actor))

/** Changes which news go where; kinds and channels that are left out stay. */
export const PATCH = handle(async ({ actor, body }) =>
  updateNotificationRules(actor, await body(notificationRulesUpdate)),
)
