import type { Pool, PoolClient } from "pg"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Catalog } from "@/lib/domain/provider"
import type { Log } from "@/lib/log"
import { dueIntegrations } from "@/lib/schedule/due-integrations"
import { nextSyncAt } from "@/lib/schedule/next-sync-at"
import { scheduleOf } from "@/lib/schedule/schedule-of"
import { advance, type DueIntegration } from "@/lib/schedule/store"
import { queueRun } from "@/lib/sync-logs/queue-run"

/** Taken up in one go; the rest is still due half a minute later. */
const mostAtOnce = 1000

type Dispatch = { pool: Pool; catalog: Catalog; now: Date; log: Log }

/**
 * Queues a run of every integration that is due and plans its next one. What cannot be queued is logged and stays due; the
 * others go on (S0-DETECT). Returns the ids of the runs queued.
 */
export async function dispatch({ pool, catalog, now, log }: Dispatch): Promise<string[]> {
  const queued: string[] = []
  for (const integration of await dueIntegrations(pool, { now, limit: mostAtOnce, catalog })) {
    const facts = { integrationId: integration.id, accountId: integration.accountId }
    try {
      const runId = await inTransaction((client) => queueDue({ client, integration, now }))
      if (runId === null) continue
      queued.push(runId)
      log.info({ ...facts, runId, plannedFor: integration.nextSyncAt }, "scheduled run queued")
    } catch (error) {
      log.error(
        { ...facts, error: error instanceof Error ? error.message : error },
        "scheduled run not queued",
      )
    }
  }
  return queued
}

type Due = { client: PoolClient; integration: DueIntegration; now: Date }

/** Null when another worker was first, or when a run is live already: then this one is skipped. */
async function queueDue({ client, integration, now }: Due): Promise<string | null> {
  const { id: integrationId, accountId, nextSyncAt: from } = integration
  const next = nextSyncAt({ schedule: scheduleOf(integration), from, now })
  const { rowCount } = await client.query(advance, [integrationId, from, next])
  if (rowCount === 0) return null
  const run = { accountId, integrationId, trigger: "scheduled", mode: "sync", triggeredById: null } as const
  const { id, isNew } = await queueRun(client, run)
  return isNew ? id : null
}
