import { removalPolicy } from "@/lib/domain/integration"
import { noCounts, type SyncCounts, type SyncStatus } from "@/lib/domain/sync-log"
import { applyStream } from "./apply-stream"
import { checkpoint } from "./checkpoint"
import { endRun } from "./end-run"
import { keepAlive } from "./keep-alive"
import type { SyncParts } from "./parts"
import { readStream } from "./read-stream"
import { Cancelled, FencedOff, Interrupted, type Run } from "./run"
import { claim, insertLines, release } from "./store"
import { toSyncError } from "./to-sync-error"

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
  const run = await claim(parts.pool, syncLogId, parts.workerId)
  if (run === null) return null
  const facts = {
    runId: run.syncLogId,
    integrationId: run.integrationId,
    provider: run.provider,
    attempt: run.attempt,
  }
  parts.log.info(facts, "run started")
  const alive = keepAlive(parts.pool, run, signal)
  try {
    const counts = await syncStreams(parts, run, alive)
    const status = counts.rejected > 0 || counts.held > 0 || counts.conflicts > 0 ? "PARTIAL" : "SUCCESS"
    await endRun(parts, { run, status, counts, error: null })
    parts.log.info({ ...facts, status, counts }, "run ended")
    return status
  } catch (error) {
    return await endUnfinished({ parts, run, reason: alive.stopped() ?? error, facts })
  } finally {
    await alive.stop()
  }
}

async function syncStreams(
  parts: SyncParts,
  run: Run,
  alive: ReturnType<typeof keepAlive>,
): Promise<SyncCounts> {
  const { pool } = parts
  const before = checkpoint.parse(run.checkpoint ?? {})
  const session = await parts.openSession(run, alive.signal)
  try {
    let counts = noCounts
    for (const stream of parts.streams(run.provider)) {
      const from = before[stream] ?? null
      const read =
        from?.complete === true && from.applied
          ? from
          : await readStream({ pool, run, session, stream, from, checkStop: alive.check })
      alive.check()
      const policy = removalPolicy.parse(run.removalPolicy ?? {})
      counts = await applyStream({ pool, run, stream, read, target: parts.targets[stream], policy, counts })
    }
    return counts
  } finally {
    await session.close()
  }
}

type Unfinished = { parts: SyncParts; run: Run; reason: unknown; facts: object }

async function endUnfinished({ parts, run, reason, facts }: Unfinished): Promise<SyncStatus | null> {
  if (reason instanceof FencedOff) {
    parts.log.info(facts, "run was taken over by another worker")
    return null
  }
  if (reason instanceof Interrupted) {
    if (await release(parts.pool, run)) await parts.requeue(run.syncLogId)
    parts.log.info(facts, "run given back, to be taken up from its checkpoint")
    return "PENDING"
  }
  const cancelled = reason instanceof Cancelled
  const error = cancelled ? null : toSyncError(reason)
  const status = cancelled ? "CANCELLED" : "FAILED"
  if (error !== null) {
    parts.log.error(
      { ...facts, error, stack: reason instanceof Error ? reason.stack : undefined },
      "run failed",
    )
    await insertLines(parts.pool, run, [{ level: "error", message: error.message }])
  }
  await endRun(parts, { run, status, counts: noCounts, error })
  return status
}
