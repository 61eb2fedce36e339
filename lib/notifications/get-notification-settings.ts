import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { NotificationSettings } from "@/lib/domain/notification-rules"
import { env } from "@/lib/env"
import { rulesOf } from "./rules-of"

/** Where the account's news go, and how its e-mails fare; for admins. */
export async function getNotificationSettings(actor: Actor): Promise<NotificationSettings> {
  authorize(actor, "ADMIN")
  const { accountId } = actor
  const [account, waiting, last, lastSent] = await Promise.all([
    prisma().account.findUniqueOrThrow({ where: { id: accountId } }),
    prisma().email.count({ where: { accountId, status: "pending" } }),
    prisma().email.findFirst({ where: { accountId, attempts: { gt: 0 } }, orderBy: { id: "desc" } }),
    prisma().email.findFirst({ where: { accountId, status: "sent" }, orderBy: { id: "desc" } }),
  ])
  const { SMTP_URL, MAIL_FROM } = env()
  return {
    rules: rulesOf(account.notificationRules),
    email: {
      isSetUp: SMTP_URL !== undefined,
      from: MAIL_FROM,
      waiting,
      lastError: last?.lastError ?? null,
      lastSentAt: lastSent?.sentAt?.toISOString() ?? null,
    },
  }
}
