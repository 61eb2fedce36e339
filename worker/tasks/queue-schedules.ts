import { inTransaction } from "@/lib/db/in-transaction"
import type { ScheduleEntry } from "@/lib/domain/integration-schedule"
import { advance, lockDue, planNext } from "@/lib/integrations/schedules/store"
import { takeSnapshots } from "@/lib/inventory/circuits/snapshots/take-snapshots"
import { nextSyncAt } from "@/lib/schedule/next-sync-at"
import type { DueIntegration } from "@/lib/schedule/store"
import { queueRun } from "@/lib/sync-logs/queue-run"

type Row = ScheduleEntry & { id: string; nextAt: Date }
type Due = {
  integration: Pick<DueIntegration, "id" | "accountId" | "nextSyncAt">
  now: Date
  priority: number
}

/**
 * Does what the schedules of an integration ask for now: one run that reads what all that are due name, and snapshots. A read
 * that a live run keeps from starting stays due, and so does one that is put off because runs kept failing. Gives the id of the
 * run; null when there is none.
 */
export function queueSchedules({ integration, now, priority }: Due): Promise<string | null> {
  const { id: integrationId, accountId, nextSyncAt: planned } = integration
  const isPutOff = planned > now
  return inTransaction(async (client) => {
    const all = (await client.query<Row>(lockDue, [integrationId, now])).rows
    const due = isPutOff ? all.filter(({ task }) => task === "snapshots") : all
    const reads = due.filter(({ task }) => task === "read")
    const run = { accountId, integrationId, trigger: "scheduled", mode: "sync", triggeredById: null } as const
    const made = reads.length === 0 ? null : await queueRun(client, { ...run, ...unionOf(reads), priority })
    for (const { id, task, cron, timeZone, nextAt: from } of due) {
      if (task === "read" && made?.isNew !== true) continue
      if (task === "snapshots") await takeSnapshots(client, { integrationId, now, timeZone })
      const schedule = { kind: "cron", expression: cron, timeZone } as const
      await client.query(advance, [id, nextSyncAt({ schedule, from, now })])
    }
    if (!isPutOff) await client.query(planNext, [integrationId])
    return made?.isNew === true ? made.id : null
  })
}

/** All that several reads name; one that names nothing reads everything. */
function unionOf(reads: Row[]) {
  const streams = [...new Set(reads.flatMap((read) => read.streams))]
  const filter = [...new Set(reads.flatMap((read) => read.filter))]
  const isWhole = (part: "streams" | "filter") =>
    reads.some((read) => read[part].length === 0 && !isOther(read, part))
  return {
    ...(!isWhole("streams") && { streams }),
    ...(!isWhole("filter") && filter.length > 0 && { filter }),
  }
}

/** A filter is about statuses of circuits: a read of planned units alone says nothing of them. */
const isOther = (read: Row, part: "streams" | "filter"): boolean =>
  part === "filter" && read.streams.length > 0 && !read.streams.includes("circuits")
