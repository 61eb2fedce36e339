import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { emailStatus, type NotificationSettings } from "@/lib/domain/notification-rules"
import { env } from "@/lib/env"
import { rulesOf } from "./rules-of"

/** Where the account's news go, and how its e-mails fare; for admins. */
export async function getNotificationSettings(actor: Actor): Promise<NotificationSettings> {
  authorize(actor, "ADMIN")
  const { accountId } = actor
  const [account, waiting, last, lastSent, lastTest] = await Promise.all([
    prisma().account.findUniqueOrThrow({ where: { id: accountId } }),
    prisma().email.count({ where: { accountId, status: "pending" } }),
    prisma().email.findFirst({ where: { accountId, attempts: { gt: 0 } }, orderBy: { id: "desc" } }),
    prisma().email.findFirst({ where: { accountId, status: "sent" }, orderBy: { id: "desc" } }),
    prisma().email.findFirst({ where: { accountId, kind: "test" }, orderBy: { id: "desc" } }),
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
      lastTest: lastTest === null ? null : testView(lastTest),
    },
  }
}

type Email = Awaited<ReturnType<ReturnType<typeof prisma>["email"]["findFirstOrThrow"]>>

function testView({ recipient, createdAt, status: column, lastError: error, nextAttemptAt }: Email) {
  const status = emailStatus.parse(column)
  return {
    recipient,
    createdAt: createdAt.toISOString(),
    status,
    error,
    nextAttemptAt: status === "pending" && error !== null ? nextAttemptAt.toISOString() : null,
  }
}
