import type { Pool } from "pg"
import type { StreamId } from "@/lib/domain/provider-id"
import type { SyncCounts } from "@/lib/domain/sync-log"
import { checkpoint, freshCheckpoint } from "./checkpoint"
import { inRun } from "./in-run"
import type { Run } from "./run"
import { countKept, insertLines } from "./store"
import { streamScope } from "./stream-scope"
import type { StreamTarget } from "./stream-target"

type PlanReversal = {
  pool: Pool
  run: Run
  revertedId: string
  stream: StreamId
  target: StreamTarget
  counts: SyncCounts
}

/** Keeps the plan that undoes an earlier run (N-HISTORY); to be looked at, and then applied like any preview. */
export async function planReversal(args: PlanReversal): Promise<SyncCounts> {
  const { pool, run, revertedId, stream, target, counts } = args
  let total = counts
  await inRun({ pool, run }, async (client) => {
    await target.keepReversal(client, streamScope(run, stream), revertedId)
    const kept = await countKept(client, run, stream)
    const of = (action: string) => kept.get(action) ?? 0
    total = {
      ...counts,
      updated: counts.updated + of("update"),
      restored: counts.restored + of("restore"),
      removed: counts.removed + of("undo"),
    }
    const message =
      "This plan undoes an earlier run. The source still says what it said: the next sync takes its values again, unless the source, the mapping or the schedule is changed first."
    await insertLines(client, run, [{ level: "warn", message }])
    const records = [...kept.values()].reduce((sum, rows) => sum + rows, 0)
    const planned = { ...freshCheckpoint("kept plan"), complete: true, applied: true }
    return {
      checkpoint: { ...checkpoint.parse(run.checkpoint ?? {}), [stream]: planned },
      progress: { phase: "plan", stream, pages: 0, records, expected: records },
      counts: total,
    }
  })
  return total
}
