import { isConnectionLost } from "@/lib/db/connection-lost"
import { removalPolicy } from "@/lib/domain/integration"
import type { RecordStreamId, StreamId } from "@/lib/domain/provider-id"
import type { Session } from "@/lib/domain/session"
import { noCounts, type SyncCounts, type SyncStatus } from "@/lib/domain/sync-log"
import { applyPlan } from "./apply-plan"
import { applyStream, StageLost } from "./apply-stream"
import { askAbsent, whyListLacks } from "./ask-absent"
import { askAnew } from "./ask-anew"
import { checkpoint } from "./checkpoint"
import { endRun } from "./end-run"
import { forgetStream } from "./forget-stream"
import { keepAlive } from "./keep-alive"
import type { SyncParts } from "./parts"
import { PlanMoved } from "./plan-moved"
import { planReversal } from "./plan-reversal"
import { publishList } from "./publish-list"
import { readStream } from "./read-stream"
import { replaySession } from "./replay-session"
import { Cancelled, FencedOff, Interrupted, type Run, Skipped } from "./run"
import { insertLines, isCancelled, type Line, readContext, release } from "./store"
import { toSyncError } from "./to-sync-error"
import { claimPlace, passPlaceOn } from "./waiting/claim-place"
import { planRetry } from "./waiting/plan-retry"
import { postpone } from "./waiting/store"

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
  const { pool, workerId } = parts
  const place = (await parts.placeOf?.(syncLogId)) ?? null
  const { deadAfterSeconds } = parts
  const { run, waits } = await claimPlace({ pool, syncLogId, workerId, place, deadAfterSeconds })
  if (waits !== null) {
    await parts.requeue(syncLogId, waits)
    parts.log.info({ until: waits }, "run waits: another one reads the same account")
    return "PENDING"
  }
  if (run === null) return null
  const facts = {
    integrationId: run.integrationId,
    provider: run.provider,
    attempt: run.attempt,
  }
  parts.log.info(facts, "run started")
  const alive = keepAlive(pool, run, signal)
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
    await passPlaceOn(pool, place, parts.requeue)
  }
}

type Alive = ReturnType<typeof keepAlive>

async function syncStreams(parts: SyncParts, run: Run, alive: Alive): Promise<SyncCounts> {
  const { pool, targets } = parts
  const { applies, reverts } = run.context
  let counts = { ...noCounts, ...run.counts }
  const due = parts.streams(run).filter((stream) => !isApplied(run, stream))
  if (due.length === 0) return counts
  if (due.includes("list")) return publishInSession(parts, run, alive)
  const streams = due.filter(isOfRecords)
  if (applies !== undefined) {
    await alive.checkNow()
    return applyPlan({ pool, run, planId: applies, streams, targets, counts })
  }
  if (reverts !== undefined) {
    for (const stream of streams) {
      await alive.checkNow()
      counts = await planReversal({
        pool,
        run,
        revertedId: reverts,
        stream,
        target: targets[stream],
        counts,
      })
    }
    return counts
  }
  const session = await openSession(parts, run, alive.signal)
  try {
    for (let stream = streams[0]; stream !== undefined; stream = await nextStream(parts, run)) {
      counts = await readAndApply({ parts, run, alive, session, stream, counts })
    }
    return counts
  } finally {
    await session.close()
  }
}

/** Asked anew after each stream, for a person may have asked for everything while some streams were being read. */
async function nextStream(parts: SyncParts, run: Run): Promise<RecordStreamId | undefined> {
  run.context = await readContext(parts.pool, run)
  return parts
    .streams(run)
    .filter(isOfRecords)
    .find((stream) => !isApplied(run, stream))
}

const isOfRecords = (stream: StreamId): stream is RecordStreamId => stream !== "list"

async function publishInSession(parts: SyncParts, run: Run, alive: Alive): Promise<SyncCounts> {
  const session = await openSession(parts, run, alive.signal)
  try {
    return await publishList({ parts, run, session, alive })
  } finally {
    await session.close()
  }
}

/** What an earlier attempt has applied stands, with its counts and receipt; only the ending was missing. */
const isApplied = (run: Run, stream: StreamId): boolean =>
  checkpoint.parse(run.checkpoint ?? {})[stream]?.applied === true

async function openSession(parts: SyncParts, run: Run, signal: AbortSignal): Promise<Session> {
  const { replays } = run.context
  if (replays === undefined) return parts.openSession(run, signal)
  return replaySession({ pool: parts.pool, syncLogId: replays, map: await parts.mapStored(run) })
}

const mostLosses = 3

type ReadAndApply = {
  parts: SyncParts
  run: Run
  alive: Alive
  session: Session
  stream: RecordStreamId
  counts: SyncCounts
}

/** A stream whose stage was lost on the way is read again from the start. */
async function readAndApply(args: ReadAndApply): Promise<SyncCounts> {
  for (let losses = 0; ; losses++) {
    try {
      return await readAndApplyOnce(args)
    } catch (error) {
      if (!(error instanceof StageLost) || losses >= mostLosses) throw error
      await forgetStream({ pool: args.parts.pool, run: args.run, stream: args.stream })
    }
  }
}

async function readAndApplyOnce({
  parts,
  run,
  alive,
  session,
  stream,
  counts,
}: ReadAndApply): Promise<SyncCounts> {
  const { pool, targets } = parts
  const from = checkpoint.parse(run.checkpoint ?? {})[stream] ?? null
  const listed = await readStream({ pool, run, session, stream, from, checkStop: alive.check })
  const target = targets[stream]
  const { gone: confirmed, there } = await askAbsent({ pool, run, session, stream, read: listed, target })
  const read = { ...listed, incomplete: listed.incomplete ?? whyListLacks(there) }
  const anew = await askAnew({ pool, run, session, stream, target })
  await alive.checkNow()
  const policy = removalPolicy.parse(run.removalPolicy ?? {})
  const readAt = new Date()
  return applyStream({ pool, run, stream, read, confirmed, anew, target, policy, counts, readAt })
}

type Unfinished = { parts: SyncParts; run: Run; reason: unknown; facts: object }

async function endUnfinished({ parts, run, reason, facts }: Unfinished): Promise<SyncStatus | null> {
  if (reason instanceof FencedOff) {
    parts.log.info(facts, "run was taken over by another worker")
    return null
  }
  // Whether the last statement was carried out nobody knows; the sweep's next attempt finds out from the checkpoint
  if (isConnectionLost(reason)) throw reason
  const cancelled = reason instanceof Cancelled || (await isCancelled(parts.pool, run)) === true
  if (reason instanceof Interrupted && !cancelled) {
    if (await release(parts.pool, run)) await parts.requeue(run.syncLogId)
    parts.log.info(facts, "run given back, to be taken up from its checkpoint")
    return "PENDING"
  }
  if (reason instanceof Skipped && !cancelled) return endSkipped(parts, run, reason)
  if (!cancelled) await parts.failed?.(run, reason)
  if (!cancelled && (await retryLater(parts, run, reason))) return "PENDING"
  const error = cancelled ? null : toSyncError(reason, run)
  const status = cancelled ? "CANCELLED" : "FAILED"
  if (error === null) {
    await endRun(parts, { run, status, counts: noCounts, error })
    return status
  }
  parts.log.error(
    { ...facts, error, stack: reason instanceof Error ? reason.stack : undefined },
    "run failed",
  )
  const lines: Line[] = [{ level: "error", message: error.message }, ...movedLines(reason)]
  await endRun(parts, { run, status, counts: noCounts, error }, lines)
  return status
}

/** Nothing was done, on purpose: neither a success nor a failure of the integration, and its history says why. */
async function endSkipped(parts: SyncParts, run: Run, { message }: Skipped): Promise<SyncStatus> {
  const error = { code: "misconfigured", message, providerSaid: null } as const
  const ending = { run, status: "CANCELLED", counts: noCounts, error } as const
  await endRun(parts, ending, [{ level: "warn", message }])
  return "CANCELLED"
}

/** Whether a scheduled run goes on later from its checkpoint. */
async function retryLater(parts: SyncParts, run: Run, reason: unknown): Promise<boolean> {
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

function movedLines(reason: unknown): Line[] {
  if (!(reason instanceof PlanMoved)) return []
  return reason.rows.map(({ externalId, name }) => ({
    level: "warn",
    externalId,
    message: `${name ?? externalId} changed since the plan was made.`,
  }))
}
