import type { RecordStreamId } from "@/lib/domain/provider-id"
import { noCounts, type SyncCounts } from "@/lib/domain/sync-log"
import { applyPlan } from "./apply-plan"
import type { Attempt } from "./attempt"
import { dueStreams, isOfRecords } from "./due-streams"
import { inSession } from "./in-session"
import { planReversal } from "./plan-reversal"
import { publishList } from "./publish-list"
import { syncStreams } from "./sync-streams"

/**
 * Does what a claimed run is about: publishes a list, applies a plan that was kept, plans the reversal of a run, or reads its
 * streams. Returns the run's counts, with those of the streams that earlier attempts applied.
 */
export async function carryOut(attempt: Attempt): Promise<SyncCounts> {
  const { parts, run, alive } = attempt
  const { applies, reverts } = run.context
  const counts = { ...noCounts, ...run.counts }
  const due = dueStreams(parts, run)
  if (due.length === 0) return counts
  if (due.includes("list")) return inSession(attempt, (session) => publishList({ ...attempt, session }))
  const streams = due.filter(isOfRecords)
  if (applies !== undefined) {
    await alive.checkNow()
    const { pool, targets } = parts
    return applyPlan({ pool, run, planId: applies, streams, targets, counts })
  }
  if (reverts !== undefined) return planReversals({ ...attempt, revertedId: reverts, streams, counts })
  return inSession(attempt, (session) => syncStreams({ ...attempt, session, counts }))
}

type PlanReversals = Attempt & { revertedId: string; streams: RecordStreamId[]; counts: SyncCounts }

async function planReversals({ parts, run, alive, revertedId, streams, counts }: PlanReversals) {
  let total = counts
  for (const stream of streams) {
    await alive.checkNow()
    const target = parts.targets[stream]
    total = await planReversal({ pool: parts.pool, run, revertedId, stream, target, counts: total })
  }
  return total
}
