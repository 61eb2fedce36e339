import { z } from "zod"
import type { NoticeKind } from "@/lib/domain/notification-rules"
import { queueEmails } from "@/lib/emails/queue-emails"
import type { Queryable } from "@/lib/jobs/enqueue"
import { queueWebhooks } from "@/lib/webhooks/queue-webhooks"
import { rulesOf } from "./rules-of"
import { insertForAdmins, selectRules } from "./store"

export type Notice = {
  accountId: string
  /** What it is about. One person gets one notice of a kind per run. */
  kind: NoticeKind
  title: string
  body: string
  /** Where to look, within Rollcall: `/syncs/<id>`. */
  href: string | null
  integrationId: string | null
  syncLogId: string | null
  /** It goes on as it was told before. Only e-mail, which reminds people in its own time, looks at these. */
  isKnown: boolean
  /** Whether the run before had failed too; null for news of no run that counts. */
  wasFailing: boolean | null
}

/**
 * The one place where news meet channels (O-NOTIFY): tells every admin of the account wherever the account wants to be told, on
 * the caller's connection and so in its transaction. What leaves Rollcall is only written down here; a worker sends it.
 */
export async function notifyAdmins(db: Queryable, notice: Notice): Promise<void> {
  const channels = await readChannels(db, notice)
  if (channels.inApp && !notice.isKnown) await insertNotifications(db, notice)
  if (channels.email) await queueEmails(db, notice)
  if (!notice.isKnown) await queueWebhooks(db, notice)
}

const found = z.object({ rows: z.array(z.object({ rules: z.unknown() })) })

async function readChannels(db: Queryable, { accountId, kind }: Notice) {
  const [account] = found.parse(await db.query(selectRules, [accountId])).rows
  return rulesOf(account?.rules ?? {})[kind]
}

async function insertNotifications(db: Queryable, notice: Notice): Promise<void> {
  const { accountId, kind, title, body, href, syncLogId } = notice
  await db.query(insertForAdmins, [accountId, kind, title, body, href, syncLogId])
}
