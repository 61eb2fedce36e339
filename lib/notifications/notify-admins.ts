import type { Queryable } from "@/lib/jobs/enqueue"
import { insertForAdmins } from "./store"

export type Notice = {
  accountId: string
  /** What it is about, in one word: `sync_failed`. One person gets one notice of a kind per run. */
  kind: string
  title: string
  body: string
  /** Where to look, within Rollcall: `/syncs/<id>`. */
  href: string | null
  syncLogId: string | null
}

/** Tells every admin of the account, on the caller's connection and so in its transaction. */
export async function notifyAdmins(db: Queryable, notice: Notice): Promise<void> {
  await db.query(insertForAdmins, [
    notice.accountId,
    notice.kind,
    notice.title,
    notice.body,
    notice.href,
    notice.syncLogId,
  ])
}
