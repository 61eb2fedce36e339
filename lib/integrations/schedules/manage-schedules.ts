import { authorize } from "@/lib/auth/authorize"
import { pool } from "@/lib/db/client"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import { type ScheduleEntry, type ScheduleView, scheduleView } from "@/lib/domain/integration-schedule"
import { RequestError } from "@/lib/domain/problem"
import type { Catalog } from "@/lib/domain/provider"
import { providerId } from "@/lib/domain/provider-id"
import { findIntegration } from "@/lib/integrations/find-integration"
import type { Queryable } from "@/lib/jobs/enqueue"
import { describeSchedule } from "@/lib/schedule/describe-schedule"
import { nextSyncAt } from "@/lib/schedule/next-sync-at"
import { parseCron } from "@/lib/schedule/parse-cron"
import { lockSchedules } from "./lock-schedules"
import { deleteSchedules, dropOwnSchedule, insertSchedule, planNext, selectSchedules } from "./store"

type Row = ScheduleEntry & { id: string; nextAt: Date | null }

/** The schedules of an integration, in plain words too. Throws 404. */
export async function listSchedules(actor: Actor, integrationId: string): Promise<ScheduleView[]> {
  await findIntegration(actor, integrationId)
  const { rows } = await pool().query<Row>(selectSchedules, [integrationId])
  return rows.map(({ nextAt, ...row }) =>
    scheduleView.parse({
      ...row,
      words: describeSchedule({ kind: "cron", expression: row.cron, timeZone: row.timeZone }),
      nextAt: row.enabled ? (nextAt?.toISOString() ?? null) : null,
    }),
  )
}

type At = { catalog: Catalog; now: Date }

/**
 * Gives an integration several schedules in place of those it had; admins only. With none it runs by hand only. Throws 403,
 * 404, and 422 for an expression that cannot be read or a stream that its provider does not have.
 */
export async function setSchedules(
  actor: Actor,
  integrationId: string,
  schedules: ScheduleEntry[],
  { catalog, now }: At,
): Promise<ScheduleView[]> {
  authorize(actor, "ADMIN")
  const integration = await findIntegration(actor, integrationId)
  const { name, streams } = catalog[providerId.parse(integration.provider)]
  for (const [place, entry] of schedules.entries()) {
    assertCron(entry, place)
    const strange = entry.streams.find((stream) => !streams.includes(stream))
    if (strange === undefined) continue
    const message = `${name} has no stream "${strange}"; it has ${streams.join(", ")}.`
    throw new RequestError(422, message, { [`schedules.${place}.streams`]: [message] })
  }
  await inTransaction(async (client) => {
    await lockSchedules(client, integrationId)
    await client.query(dropOwnSchedule, [integrationId, businessZone(schedules)])
    await client.query(deleteSchedules, [integrationId])
    await addSchedules(client, { integrationId, schedules, now })
  })
  return listSchedules(actor, integrationId)
}

/** Throws 422 that names which of several schedules cannot be read. */
function assertCron({ cron, timeZone }: ScheduleEntry, place: number): void {
  try {
    parseCron(cron, timeZone)
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    throw new RequestError(422, error.message, { [`schedules.${place}.cron`]: [error.message] })
  }
}

/** The zone of snapshots, so that those after a run fall on the same days; else that of the first. */
const businessZone = (schedules: ScheduleEntry[]): string | null =>
  (schedules.find(({ task }) => task === "snapshots") ?? schedules[0])?.timeZone ?? null

/** Writes schedules and plans the integration's next run by them. */
export async function addSchedules(
  db: Queryable,
  { integrationId, schedules, now }: { integrationId: string; schedules: ScheduleEntry[]; now: Date },
): Promise<void> {
  for (const [place, entry] of schedules.entries()) {
    const { task, streams, filter, cron, timeZone, enabled } = entry
    const next = nextSyncAt({ schedule: { kind: "cron", expression: cron, timeZone }, from: now })
    await db.query(insertSchedule, [
      integrationId,
      task,
      streams,
      filter,
      cron,
      timeZone,
      enabled,
      next,
      place,
    ])
  }
  await db.query(planNext, [integrationId])
}
