import type { SyncCounts, SyncStatus } from "@/lib/domain/sync-log"
import { carryOut } from "./carry-out"
import { endRun } from "./end-run"
import { endUnfinished } from "./end-unfinished"
import { keepAlive } from "./keep-alive"
import type { SyncParts } from "./parts"
import { claimPlace, passPlaceOn } from "./waiting/claim-place"

/**
 * Carries out one run from wherever it stands: claim, read, plan, guard, apply, finish. Every ending is recorded, whatever
 * was thrown; only the database being away leaves it to the sweep. `signal` aborts when the worker stops: the run then
 * goes back to PENDING with its checkpoint. Returns the status it ended with, null when there was nothing to do.
 */
export async function runSync(
  parts: SyncParts,
  syncLogId: string,
  signal: AbortSignal,
): Promise<SyncStatus | null> {
  const { pool, workerId, deadAfterSeconds } = parts
  const place = (await parts.placeOf?.(syncLogId)) ?? null
  const { run, waits } = await claimPlace({ pool, syncLogId, workerId, place, deadAfterSeconds })
  if (waits !== null) {
    await parts.requeue(syncLogId, waits)
    parts.log.info({ until: waits }, "run waits: another one reads the same account")
    return "PENDING"
  }
  if (run === null) return null
  const { integrationId, provider, attempt } = run
  const facts = { integrationId, provider, attempt }
  parts.log.info(facts, "run started")
  const alive = keepAlive(pool, run, signal)
  try {
    const counts = await carryOut({ parts, run, alive })
    const status = statusOf(counts)
    await endRun(parts, { run, status, counts, error: null })
    parts.log.info({ ...facts, status, counts }, "run ended")
    return status
  } catch (error) {
    return await endUnfinished({ parts, run, reason: alive.stopped() ?? error, facts })
  } finally {
    await alive.stop()
    await passPlaceOn(pool, place, parts.requeue)
  }
}

const statusOf = ({ rejected, held, conflicts }: SyncCounts): SyncStatus =>
  rejected > 0 || held > 0 || conflicts > 0 ? "PARTIAL" : "SUCCESS"
