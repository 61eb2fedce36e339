import type { Transporter } from "nodemailer"
import type { Pool } from "pg"
import { z } from "zod"
import { claimDue, markNotSent, markSent } from "@/lib/emails/store"
import { writeEmail } from "@/lib/emails/write-email"
import { env } from "@/lib/env"
import { enqueue } from "@/lib/jobs/enqueue"
import type { Log } from "@/lib/log"
import { nextAttemptAt } from "@/lib/outbox/next-attempt-at"
import { leaseSeconds, rowsAtOnce, workOff } from "@/lib/outbox/work-off"
import { openMailer } from "@/worker/emails/open-mailer"
import { isRefusedForGood, whyNotSent } from "@/worker/emails/why-not-sent"

type Work = { pool: Pool; log: Log; signal: AbortSignal }

const claimed = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      recipient: z.string(),
      title: z.string(),
      body: z.string(),
      href: z.string().nullable(),
      attempts: z.number(),
      accountName: z.string(),
    }),
  ),
})
type Email = z.infer<typeof claimed>["rows"][number]

/** Sends the e-mails that are due (S0-ERROR, O-NOTIFY). What the mail server does not take is tried again for more than a day. */
export async function sendEmails({ pool, log, signal }: Work): Promise<void> {
  const { SMTP_URL: url } = env()
  if (url === undefined) return
  const mailer = openMailer(url)
  try {
    await workOff({
      claim: async () => claimed.parse(await pool.query(claimDue, [rowsAtOnce, leaseSeconds])).rows,
      attempt: (email) => sendOne({ pool, log, mailer }, email),
      signal,
    })
  } finally {
    mailer.close()
  }
}

type Sending = { pool: Pool; log: Log; mailer: Transporter }

async function sendOne({ pool, log, mailer }: Sending, email: Email): Promise<void> {
  try {
    await mailer.sendMail(messageOf(email))
  } catch (error) {
    return await postpone({ pool, log }, email, error)
  }
  await pool.query(markSent, [email.id])
  log.info({ emailId: email.id }, "e-mail sent")
}

/** The same id whenever it is tried: one that comes twice is one for the receiver. */
function messageOf({ id, recipient, ...content }: Email) {
  const { MAIL_FROM, NEXTAUTH_URL } = env()
  return {
    from: MAIL_FROM,
    to: { name: "", address: recipient },
    messageId: `<${id}@${new URL(NEXTAUTH_URL).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    ...writeEmail(content, NEXTAUTH_URL),
  }
}

async function postpone({ pool, log }: Omit<Sending, "mailer">, { id, attempts }: Email, error: unknown) {
  const reason = whyNotSent(error)
  const again = isRefusedForGood(error) ? null : nextAttemptAt(attempts, new Date())
  await pool.query(markNotSent, [id, reason, again])
  if (again !== null) await enqueue(pool, "send-emails", {}, { runAt: again })
  log.warn({ emailId: id, attempts, again, error: reason }, "e-mail not sent")
}
