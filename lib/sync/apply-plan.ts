import type { Pool } from "pg"
import type { StreamId } from "@/lib/domain/provider-id"
import type { SyncCounts } from "@/lib/domain/sync-log"
import { addCounts } from "./add-counts"
import { checkpoint, freshCheckpoint } from "./checkpoint"
import { inRun } from "./in-run"
import { PlanMoved } from "./plan-moved"
import type { Run } from "./run"
import { clearStream } from "./stage/store"
import { insertLines, lockAccount, preparePlanner } from "./store"
import type { StreamTarget } from "./stream-target"

type ApplyPlan = {
  pool: Pool
  run: Run
  planId: string
  stream: StreamId
  target: StreamTarget
  counts: SyncCounts
}

/**
 * Carries out exactly the plan that a preview kept, in one transaction. Throws PlanMoved, and changes nothing, when a row of it
 * no longer stands as it did: the record changed, came or went since.
 */
export async function applyPlan({
  pool,
  run,
  planId,
  stream,
  target,
  counts,
}: ApplyPlan): Promise<SyncCounts> {
  const { accountId, integrationId, syncLogId } = run
  const scope = { accountId, integrationId, syncLogId, stream }
  let total = counts
  await inRun({ pool, run }, async (client) => {
    await lockAccount(client, accountId)
    await preparePlanner(client)
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
    total = addCounts(counts, { tally, done, rejected: 0 })
    const read = { ...freshCheckpoint("kept plan"), complete: true, applied: true, records: tally.staged }
    return {
      checkpoint: { ...checkpoint.parse(run.checkpoint ?? {}), [stream]: read },
      progress: { phase: "apply", stream, pages: 0, records: tally.staged, expected: tally.staged },
      counts: total,
    }
  })
  return total
}
