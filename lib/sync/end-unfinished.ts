import { isConnectionLost } from "@/lib/db/connection-lost"
import { noCounts, type SyncStatus } from "@/lib/domain/sync-log"
import { endRun } from "./end-run"
import type { SyncParts } from "./parts"
import { PlanMoved } from "./plan-moved"
import { Cancelled, FencedOff, Interrupted, type Run, Skipped } from "./run"
import { isCancelled, type Line, release } from "./store"
import { toSyncError } from "./to-sync-error"
import { retryLater } from "./waiting/retry-later"

type Unfinished = { parts: SyncParts; run: Run; reason: unknown; facts: object }

/**
 * Ends an attempt that something was thrown in: overtaken, cancelled, given back, skipped, to be tried again later, or failed.
 * Returns the run's status, null where it is another worker's by now. Throws when the database is away.
 */
export async function endUnfinished({ parts, run, reason, facts }: Unfinished): Promise<SyncStatus | null> {
  if (reason instanceof FencedOff) {
    parts.log.info(facts, "run was taken over by another worker")
    return null
  }
  // Whether the last statement was carried out nobody knows; the sweep's next attempt finds out from the checkpoint
  if (isConnectionLost(reason)) throw reason
  if (reason instanceof Cancelled || (await isCancelled(parts.pool, run)) === true) {
    await endRun(parts, { run, status: "CANCELLED", counts: noCounts, error: null })
    return "CANCELLED"
  }
  if (reason instanceof Interrupted) {
    if (await release(parts.pool, run)) await parts.requeue(run.syncLogId)
    parts.log.info(facts, "run given back, to be taken up from its checkpoint")
    return "PENDING"
  }
  if (reason instanceof Skipped) return endSkipped(parts, run, reason)
  await parts.failed?.(run, reason)
  if (await retryLater(parts, run, reason)) return "PENDING"
  return endFailed({ parts, run, reason, facts })
}

/** Nothing was done, on purpose: neither a success nor a failure of the integration, and its history says why. */
async function endSkipped(parts: SyncParts, run: Run, { message }: Skipped): Promise<SyncStatus> {
  const error = { code: "misconfigured", message, providerSaid: null } as const
  const ending = { run, status: "CANCELLED", counts: noCounts, error } as const
  await endRun(parts, ending, [{ level: "warn", message }])
  return "CANCELLED"
}

async function endFailed({ parts, run, reason, facts }: Unfinished): Promise<SyncStatus> {
  const error = toSyncError(reason, run)
  const stack = reason instanceof Error ? reason.stack : undefined
  parts.log.error({ ...facts, error, stack }, "run failed")
  const lines: Line[] = [{ level: "error", message: error.message }, ...movedLines(reason)]
  await endRun(parts, { run, status: "FAILED", counts: noCounts, error }, lines)
  return "FAILED"
}

function movedLines(reason: unknown): Line[] {
  if (!(reason instanceof PlanMoved)) return []
  return reason.rows.map(({ externalId, name }) => ({
    level: "warn",
    externalId,
    message: `${name ?? externalId} changed since the plan was made.`,
  }))
}
