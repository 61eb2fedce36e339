import { pool } from "@/lib/db/client"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Catalog } from "@/lib/domain/provider"
import { log } from "@/lib/log"
import { queueRun } from "@/lib/sync-logs/queue-run"
import { dueIntegrations } from "./due-integrations"
import { nextSyncAt } from "./next-sync-at"
import { scheduleOf } from "./schedule-of"
import { advance, type DueIntegration } from "./store"

/**
 * Queues a scheduled run of every due integration and plans its next one, at most `limit`; returns the ids of the new runs.
 * One integration's failure never stops the next, and of two dispatchers at once only one queues.
 */
export async function queueDueSyncs(dispatch: {
  now: Date
  limit: number
  catalog: Catalog
}): Promise<string[]> {
  const queued: string[] = []
  for (const due of await dueIntegrations(pool(), dispatch)) {
    try {
      const id = await queueDue(due, dispatch.now)
      if (id !== null) queued.push(id)
    } catch (error) {
      log.error({ err: error, integrationId: due.id }, "a due integration could not be queued")
    }
  }
  return queued
}

/** The new run's id; null when another dispatcher was first, or the run before is still going and this one is skipped. */
function queueDue(due: DueIntegration, now: Date): Promise<string | null> {
  const next = nextSyncAt({ schedule: scheduleOf(due), from: due.nextSyncAt, now })
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(advance, [due.id, due.nextSyncAt, next])
    if (rowCount === 0) return null
    const run = await queueRun(client, {
      accountId: due.accountId,
      integrationId: due.id,
      trigger: "scheduled",
      mode: "sync",
      triggeredById: null,
    })
    return run.isNew ? run.id : null
  })
}
