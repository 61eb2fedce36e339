import type { Pool } from "pg"
import { emptyForgottenStages, giveUp, pendingWithoutJob, releaseDeadRuns, unlockWorkers } from "./store"

/** After so many deaths of its workers a run is not tried again. */
const mostDeaths = 5

/** Seconds without a heartbeat, which comes every 3, after which a run's worker counts as dead. */
const usualDeadAfter = 45

export type Recovery = { requeued: string[]; givenUp: string[] }

/**
 * Finds runs whose worker died (no heartbeat for `deadAfterSeconds`), frees that worker's jobs and queues the next attempt, which goes on
 * from the checkpoint. A run that killed five workers ends as FAILED. Safe to run anywhere, any number of times at once.
 */
export async function recoverRuns(
  pool: Pool,
  requeue: (syncLogId: string) => Promise<void>,
  deadAfterSeconds = usualDeadAfter,
): Promise<Recovery> {
  const dead = await releaseDeadRuns(pool, deadAfterSeconds)
  const workers = dead.flatMap(({ workerId }) => (workerId === null ? [] : [workerId]))
  await unlockWorkers(pool, [...new Set(workers)])
  const givenUp: string[] = []
  for (const { syncLogId } of dead.filter(({ deaths }) => deaths >= mostDeaths)) {
    const message = `The worker died ${mostDeaths} times on this run, so it was given up. Nothing was removed. Look at the worker's log for the cause.`
    if (await giveUp(pool, syncLogId, { code: "kept_dying", message, providerSaid: null }))
      givenUp.push(syncLogId)
  }
  const hopeful = dead.filter(({ deaths }) => deaths < mostDeaths).map(({ syncLogId }) => syncLogId)
  const lost = (await pendingWithoutJob(pool, deadAfterSeconds)).map(({ syncLogId }) => syncLogId)
  const requeued = [...new Set([...hopeful, ...lost])]
  for (const syncLogId of requeued) await requeue(syncLogId)
  await emptyForgottenStages(pool)
  return { requeued, givenUp }
}
