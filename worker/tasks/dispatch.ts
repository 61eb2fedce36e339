import type { Pool, PoolClient } from "pg"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Catalog } from "@/lib/domain/provider"
import { type ProviderId, providerId, type StreamId } from "@/lib/domain/provider-id"
import { queueWantedUnits } from "@/lib/inventory/circuits/units/queue-units"
import type { Log } from "@/lib/log"
import { dueIntegrations } from "@/lib/schedule/due-integrations"
import { dueStreams } from "@/lib/schedule/due-streams"
import { nextSyncAt } from "@/lib/schedule/next-sync-at"
import { scheduleOf } from "@/lib/schedule/schedule-of"
import { advance, advanceStream, type DueIntegration } from "@/lib/schedule/store"
import { streamSchedule } from "@/lib/schedule/stream-schedule"
import { waitingByAccount } from "@/lib/schedule/waiting-by-account"
import { queueRun } from "@/lib/sync-logs/queue-run"
import { queueSchedules } from "./queue-schedules"

/** Taken up in one go; the rest is still due half a minute later. */
const mostAtOnce = 1000

type Dispatch = {
  pool: Pool
  catalog: Catalog
  now: Date
  log: Log
  /** Providers whose schedules are switched off where Rollcall runs: what is due stays due. */
  off?: ProviderId[]
}

/**
 * Queues a run of every integration that is due, or has streams that are, and plans its next one. An account's second run
 * comes behind every other's first, and so on, so that nobody waits behind another's thousand. What cannot be queued is
 * logged and stays due; the others go on (S0-DETECT). Returns the ids of the runs queued.
 */
export async function dispatch({ pool, catalog, now, log, off = [] }: Dispatch): Promise<string[]> {
  const queued: string[] = []
  const due = await dueIntegrations(pool, { now, limit: mostAtOnce, catalog, off })
  const waiting = due.length === 0 ? new Map<string, number>() : await waitingByAccount(pool)
  for (const integration of due) {
    const { id: integrationId, accountId } = integration
    const facts = { integrationId, accountId }
    const priority = (waiting.get(accountId) ?? 0) + 1
    try {
      const runId = integration.hasSchedules
        ? await queueSchedules({ integration, now, priority })
        : await queueDue({ integration, catalog, now, priority })
      if (runId === null) continue
      waiting.set(accountId, priority)
      queued.push(runId)
      log.info({ ...facts, runId, plannedFor: integration.nextSyncAt }, "scheduled run queued")
    } catch (error) {
      log.error(
        { ...facts, error: error instanceof Error ? error.message : error },
        "scheduled run not queued",
      )
    }
  }
  return [...queued, ...(await queueWanted(log))]
}

/** Runs that read the planned units which people wait for and no run has taken up yet. */
async function queueWanted(log: Log): Promise<string[]> {
  try {
    return await inTransaction((client) =>
      queueWantedUnits(client, { trigger: "workflow_event", triggeredById: null }),
    )
  } catch (error) {
    log.error({ error: error instanceof Error ? error.message : error }, "wanted planned units not queued")
    return []
  }
}

type Due = { integration: DueIntegration; catalog: Catalog; now: Date; priority: number }

/** Thrown to undo what was queued: another worker was first. */
class AlreadyQueued extends Error {}

/** Null when another worker was first, or when a run is live already: then the integration's turn is skipped. */
async function queueDue({ integration, catalog, now, priority }: Due): Promise<string | null> {
  const { id: integrationId, accountId, ownStreams } = integration
  const all = catalog[providerId.parse(integration.provider)].streams
  const isDue = integration.nextSyncAt <= now
  const streams = dueStreams({ streams: all, ownStreams, isDue, now })
  const about = streams.length === all.length ? {} : { streams }
  const run = { accountId, integrationId, trigger: "scheduled", mode: "sync", triggeredById: null } as const
  try {
    return await inTransaction(async (client) => {
      // The run's row before the integration's, as where a run ends: the other way round the two could wait for each other
      const made = streams.length === 0 ? null : await queueRun(client, { ...run, ...about, priority })
      const isMine = await planNext({ client, integration, now, read: made?.isNew === true ? streams : [] })
      if (made?.isNew !== true) return null
      if (isMine) return made.id
      throw new AlreadyQueued()
    })
  } catch (error) {
    if (error instanceof AlreadyQueued) return null
    throw error
  }
}

type Planning = { client: PoolClient; integration: DueIntegration; now: Date; read: StreamId[] }

/**
 * Plans the next run of the integration, if it was its turn, and of the streams that are read now; one that another run
 * kept from being read stays due. False when another worker was first.
 */
async function planNext({ client, integration, now, read }: Planning): Promise<boolean> {
  const { id, nextSyncAt: from } = integration
  const moved: (number | null)[] = []
  if (from <= now) {
    const next = nextSyncAt({ schedule: scheduleOf(integration), from, now })
    moved.push((await client.query(advance, [id, from, next])).rowCount)
  }
  for (const own of integration.ownStreams) {
    if (own.nextSyncAt === null || !read.some((stream) => stream === own.stream)) continue
    const planned = new Date(own.nextSyncAt)
    const next = nextSyncAt({ schedule: streamSchedule(own), from: planned, now })
    moved.push((await client.query(advanceStream, [id, own.stream, planned, next])).rowCount)
  }
  return moved.every((rows) => rows === 1)
}
