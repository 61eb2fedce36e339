import type { Pool } from "pg"
import { env } from "@/lib/env"
import type { Log } from "@/lib/log"
import { recoverRuns } from "@/lib/sync/recovery/recover-runs"
import { announceRun } from "./announce-run"
import { requeueRun } from "./requeue-run"

/** Takes up runs whose worker died (S4-RECOVER), and says which. */
export async function sweep(pool: Pool, log: Log): Promise<void> {
  const { requeued, givenUp } = await recoverRuns(pool, (syncLogId) => requeueRun(pool, syncLogId), {
    deadAfterSeconds: env().WORKER_DEAD_AFTER_SECONDS,
    announce: announceRun,
  })
  for (const runId of requeued) log.warn({ runId }, "run lost its worker, queued again")
  for (const runId of givenUp) log.error({ runId }, "run lost its worker too often, given up")
}
