import type { SyncParts } from "@/lib/sync/parts"
import type { Run } from "@/lib/sync/run"
import { insertLines } from "@/lib/sync/store"
import { toSyncError } from "@/lib/sync/to-sync-error"
import { planRetry } from "./plan-retry"
import { postpone } from "./store"

/** Gives a scheduled run back that failed for now, to go on from its checkpoint later. False when it has failed for good. */
export async function retryLater(parts: SyncParts, run: Run, reason: unknown): Promise<boolean> {
  const retry = planRetry({ run, reason, now: new Date() })
  if (retry === null) return false
  const { retries, until, attempts } = retry
  const waiting = { for: "retry", until: until.toISOString() } as const
  if (!(await postpone(parts.pool, run, { retries, waiting }))) return true
  const { message } = toSyncError(reason, run)
  const when = `${until.toISOString().slice(0, 19).replace("T", " ")} UTC`
  await insertLines(parts.pool, run, [
    {
      level: "info",
      message: `Attempt ${retries} of ${attempts} failed: ${message} Tried again at ${when}.`,
    },
  ])
  await parts.requeue(run.syncLogId, until)
  parts.log.info({ until, reason: message }, "run failed, tried again later")
  return true
}
