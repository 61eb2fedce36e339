import type { Pool } from "pg"
import { env } from "@/lib/env"
import type { Log } from "@/lib/log"
import { countRun } from "@/lib/metrics/count-run"
import type { RunEnding } from "@/lib/sync/parts"
import { recoverRuns } from "@/lib/sync/recovery/recover-runs"
import { announceRun } from "./announce-run"
import { requeueRun } from "./requeue-run"

/** Takes up runs whose worker died (S4-RECOVER), and says which. */
export async function sweep(pool: Pool, log: Log): Promise<void> {
  const told: RunEnding[] = []
  const { requeued, givenUp } = await recoverRuns(pool, (syncLogId) => requeueRun(pool, syncLogId), {
    deadAfterSeconds: env().WORKER_DEAD_AFTER_SECONDS,
    announce: async (db, ending) => {
      await announceRun(db, ending)
      told.push(ending)
    },
  })
  for (const ending of told) countRun({ ...ending, seconds: null })
  for (const runId of requeued) log.warn({ runId }, "run lost its worker, queued again")
  for (const runId of givenUp) log.error({ runId }, "run lost its worker too often, given up")
}
