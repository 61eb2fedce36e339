import { z } from "zod"
import type { NoticeKind } from "@/lib/domain/notification-rules"
import { env } from "@/lib/env"
import { enqueue, type Queryable } from "@/lib/jobs/enqueue"
import { type Course, isEmailDue, type LastWritten } from "./is-email-due"
import { insertForAdmins, selectLastWritten } from "./store"

type News = {
  accountId: string
  integrationId: string | null
  syncLogId: string | null
  kind: NoticeKind
  title: string
  body: string
  href: string | null
} & Course

/**
 * Writes an e-mail to each admin of the account, in the caller's transaction, if it is time for one. None while no mail server
 * is set up: whoever sets one up later would get all that is old at once.
 */
export async function queueEmails(db: Queryable, news: News, now = new Date()): Promise<void> {
  if (env().SMTP_URL === undefined) return
  const { accountId, integrationId, syncLogId, kind, title, body, href } = news
  if (!isEmailDue(kind, await readLastWritten(db, news), news, now)) return
  await db.query(insertForAdmins, [accountId, integrationId, syncLogId, kind, title, body, href])
  await enqueue(db, "send-emails", {})
}

const found = z.object({ rows: z.array(z.object({ kind: z.string(), at: z.date(), isOfRun: z.boolean() })) })

async function readLastWritten(
  db: Queryable,
  { integrationId, syncLogId }: Pick<News, "integrationId" | "syncLogId">,
): Promise<LastWritten> {
  if (integrationId === null) return { failed: null, refused: null, recovered: null, toldOfRun: false }
  const { rows } = found.parse(await db.query(selectLastWritten, [integrationId, syncLogId]))
  const latest = (...kinds: NoticeKind[]) =>
    rows
      .filter(({ kind }) => kinds.some((one) => one === kind))
      .map(({ at }) => at)
      .reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null)
  return {
    failed: latest("sync_failed", "sync_failing"),
    refused: latest("credentials_refused"),
    recovered: latest("sync_recovered"),
    toldOfRun: rows.some(({ isOfRun }) => isOfRun),
  }
}
