import type { Pool } from "pg"
import { noCounts } from "@/lib/domain/sync-log"
import type { SyncParts } from "@/lib/sync/parts"
import { whatStands } from "@/lib/sync/what-stands"
import {
  type DeadRun,
  emptyForgottenStages,
  giveUp,
  pendingWithoutJob,
  releaseDeadRuns,
  unlockWorkers,
} from "./store"

/** After so many deaths of its workers a run is not tried again. */
const mostDeaths = 5

type Options = {
  /** Seconds without a heartbeat, which comes every 3. */
  deadAfterSeconds: number
  /** Called within the transaction that gives a run up. */
  announce?: SyncParts["announce"]
}

export type Recovery = { requeued: string[]; givenUp: string[] }

/**
 * Finds runs whose worker died (no heartbeat for `deadAfterSeconds`), frees that worker's jobs and queues the next attempt, which goes on
 * from the checkpoint. A run that killed five workers ends as FAILED. Safe to run anywhere, any number of times at once.
 */
export async function recoverRuns(
  pool: Pool,
  requeue: (syncLogId: string) => Promise<void>,
  { deadAfterSeconds, announce = async () => {} }: Options,
): Promise<Recovery> {
  const dead = await releaseDeadRuns(pool, deadAfterSeconds)
  const workers = dead.flatMap(({ workerId }) => (workerId === null ? [] : [workerId]))
  await unlockWorkers(pool, [...new Set(workers)])
  const givenUp: string[] = []
  const pending = dead.filter(({ status }) => status === "PENDING")
  for (const run of pending.filter(({ deaths }) => deaths >= mostDeaths)) {
    if (await endForGood(pool, run, announce)) givenUp.push(run.syncLogId)
  }
  const hopeful = pending.filter(({ deaths }) => deaths < mostDeaths).map(({ syncLogId }) => syncLogId)
  const lost = (await pendingWithoutJob(pool, deadAfterSeconds)).map(({ syncLogId }) => syncLogId)
  const requeued = [...new Set([...hopeful, ...lost])]
  for (const syncLogId of requeued) await requeue(syncLogId)
  await emptyForgottenStages(pool)
  return { requeued, givenUp }
}

type Hopeless = Pick<DeadRun, "syncLogId" | "checkpoint">

async function endForGood(pool: Pool, dead: Hopeless, announce: SyncParts["announce"]): Promise<boolean> {
  const { syncLogId } = dead
  const message = `The worker died ${mostDeaths} times on this run, so it was given up. ${whatStands(dead)} Look at the worker's log for the cause.`
  const error = { code: "kept_dying", message, providerSaid: null } as const
  const client = await pool.connect()
  try {
    await client.query("begin")
    const run = await giveUp(client, syncLogId, error)
    if (run !== null) await announce(client, { run, status: "FAILED", counts: noCounts, error })
    await client.query("commit")
    return run !== null
  } catch (failure) {
    await client.query("rollback").catch(() => {})
    throw failure
  } finally {
    client.release()
  }
}
