import type { Queryable } from "@/lib/jobs/enqueue"
import { notifyAdmins } from "@/lib/notifications/notify-admins"
import type { RunEnding } from "@/lib/sync/parts"

/** Tells the account's admins of a run that failed (S0-ERROR), in the transaction that records the failure. */
export async function announceRun(db: Queryable, { run, error }: RunEnding): Promise<void> {
  if (error === null) return
  await notifyAdmins(db, {
    accountId: run.accountId,
    kind: "sync_failed",
    title: `${run.integrationName} could not be synced`,
    body: error.message,
    href: `/syncs/${run.syncLogId}`,
    syncLogId: run.syncLogId,
  })
}
