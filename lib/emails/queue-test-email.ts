import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { env } from "@/lib/env"
import { enqueue, viaPrisma } from "@/lib/jobs/enqueue"

/** Queues an e-mail to the admin who asks, to see that the mail server takes it. */
export async function queueTestEmail(actor: Actor): Promise<{ recipient: string }> {
  authorize(actor, "ADMIN")
  if (env().SMTP_URL === undefined)
    throw new RequestError(
      409,
      "No mail server is set up. Whoever runs Rollcall sets SMTP_URL and MAIL_FROM, for web and worker.",
    )
  const { accountId, userId, userName } = actor
  return prisma().$transaction(async (tx) => {
    const { email: recipient } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    const body = `${userName} asked for this e-mail to see that Rollcall reaches you. It does.`
    const href = "/settings/notifications"
    await tx.email.create({
      data: { accountId, recipient, kind: "test", title: "A test from Rollcall", body, href },
    })
    await enqueue(viaPrisma(tx), "send-emails", {})
    return { recipient }
  })
}
