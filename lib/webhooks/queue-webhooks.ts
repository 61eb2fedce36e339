import type { NoticeKind } from "@/lib/domain/notification-rules"
import { env } from "@/lib/env"
import { enqueue, type Queryable } from "@/lib/jobs/enqueue"
import { insertForEndpoints } from "./store"

type News = {
  accountId: string
  integrationId: string | null
  syncLogId: string | null
  kind: NoticeKind
  title: string
  body: string
  href: string | null
}

/** Writes a message to each of the account's endpoints that wants such news, in the caller's transaction. */
export async function queueWebhooks(db: Queryable, news: News, now = new Date()): Promise<void> {
  const { accountId, kind } = news
  await db.query(insertForEndpoints, [accountId, kind, JSON.stringify(payloadOf(news, now))])
  await enqueue(db, "deliver-webhooks", {})
}

/** The body as Standard Webhooks lays it out: the type in dots, when it happened, and what it is about. */
function payloadOf({ accountId, integrationId, syncLogId, kind, title, body, href }: News, now: Date) {
  const url = href === null ? null : new URL(href, env().NEXTAUTH_URL).href
  return {
    type: kind.replace("_", "."),
    timestamp: now.toISOString(),
    data: { accountId, integrationId, syncLogId, title, body, url },
  }
}
