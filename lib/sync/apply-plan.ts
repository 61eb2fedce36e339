import type { Pool, PoolClient } from "pg"
import type { RecordStreamId } from "@/lib/domain/provider-id"
import type { StreamReceipt, SyncCounts } from "@/lib/domain/sync-log"
import { addCounts } from "./add-counts"
import { assertWanted } from "./assert-wanted"
import { checkpoint, freshCheckpoint, type StreamCheckpoint } from "./checkpoint"
import { inRun } from "./in-run"
import { PlanMoved } from "./plan-moved"
import { receiptOf } from "./receipt"
import type { Run } from "./run"
import { clearStream } from "./stage/store"
import { dropTables, insertLines, preparePlanner } from "./store"
import { streamScope } from "./stream-scope"
import type { ApplyTally, PlanTally, StreamTarget } from "./stream-target"

type ApplyPlan = {
  pool: Pool
  run: Run
  planId: string
  /** In this order: what one stream makes, the next may name. */
  streams: RecordStreamId[]
  targets: Record<RecordStreamId, StreamTarget>
  counts: SyncCounts
}

/**
 * Carries out exactly the plan that a preview kept, all its streams in one transaction. Throws PlanMoved, and changes nothing,
 * when a row of it no longer stands as it did: the record changed, came or went since.
 */
export async function applyPlan({
  pool,
  run,
  planId,
  streams,
  targets,
  counts,
}: ApplyPlan): Promise<SyncCounts> {
  let total = counts
  await inRun({ pool, run, inTurn: true }, async (client) => {
    await assertWanted(client, run)
    await preparePlanner(client)
    const reads: Record<string, StreamCheckpoint> = checkpoint.parse(run.checkpoint ?? {})
    const receipt: Record<string, StreamReceipt> = {}
    let records = 0
    for (const stream of streams) {
      const { tally, done } = await applyKept(client, { run, planId, stream, target: targets[stream] })
      await dropTables(client)
      total = addCounts(total, { tally, done, rejected: 0 })
      records += tally.staged
      const read = { ...freshCheckpoint("kept plan"), complete: true, applied: true, records: tally.staged }
      reads[stream] = read
      receipt[stream] = receiptOf({ read: { ...read, complete: false }, verdict, warnings: [], tally })
    }
    const stream = streams.at(-1) ?? null
    return {
      checkpoint: reads,
      progress: { phase: "apply", stream, pages: 0, records, expected: records },
      receipt,
      counts: total,
    }
  })
  return total
}

/** The receipt only tells the streams' counts apart, and proves nothing. */
const verdict = { sentence: "those of the plan, for nothing was read from the source" }

type ApplyKept = { run: Run; planId: string; stream: RecordStreamId; target: StreamTarget }

async function applyKept(
  client: PoolClient,
  { run, planId, stream, target }: ApplyKept,
): Promise<{ tally: PlanTally; done: ApplyTally }> {
  const scope = streamScope(run, stream)
  await clearStream(client, run, stream)
  await target.restage(client, scope, planId)
  await target.admit?.(client, scope, { kept: false })
  const tally = await target.plan(client, scope)
  const moved = await target.findMoved(client, scope, planId)
  if (moved.length > 0) throw new PlanMoved(moved)
  const done = await target.apply(client, { ...scope, ...tally }, { kind: "listed", planId })
  await insertLines(
    client,
    run,
    done.warnings.map((warning) => ({ level: "warn", ...warning })),
  )
  return { tally, done }
}
