import { z } from "zod"
import { authorize } from "@/lib/auth/authorize"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import type { NotificationRulesUpdate, NotificationSettings } from "@/lib/domain/notification-rules"
import { getNotificationSettings } from "./get-notification-settings"
import { changeRules } from "./rules-of"
import { lockRules, writeRules } from "./store"

const found = z.object({ rows: z.tuple([z.object({ rules: z.unknown() })]) })

/** Changes which news of the account go where; for admins. */
export async function updateNotificationRules(
  actor: Actor,
  change: NotificationRulesUpdate,
): Promise<NotificationSettings> {
  authorize(actor, "ADMIN")
  const { accountId } = actor
  await inTransaction(async (client) => {
    const [{ rules }] = found.parse(await client.query(lockRules, [accountId])).rows
    await client.query(writeRules, [accountId, JSON.stringify(changeRules(rules, change))])
  })
  return getNotificationSettings(actor)
}
