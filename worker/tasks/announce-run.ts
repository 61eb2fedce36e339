import { z } from "zod"
import { serviceVerdict } from "@/lib/integrations/integration-state"
import { recordOutcome } from "@/lib/integrations/outcome/record-outcome"
import { takeSnapshots } from "@/lib/inventory/circuits/snapshots/take-snapshots"
import type { Queryable } from "@/lib/jobs/enqueue"
import { notifyAdmins } from "@/lib/notifications/notify-admins"
import type { RunEnding } from "@/lib/sync/parts"
import { noticesOf } from "@/worker/announce/notices"
import { selectHoldsMade, selectService, selectWarnings } from "@/worker/announce/store"

/**
 * Counts how a run ended towards its integration's failures in a row, and tells the account's admins what they should know of
 * it (S0-ERROR, O-NOTIFY), in the transaction that records the ending. A cancelled run is neither counted nor told.
 */
export async function announceRun(db: Queryable, { run, status, error }: RunEnding): Promise<void> {
  if (status === "CANCELLED") return
  const { syncLogId, integrationId, mode, context } = run
  const isRead = mode === "sync" && context.applies === undefined && context.publishes === undefined
  const warnings = isRead ? await readWarnings(db, syncLogId) : []
  const streams = context.streams ?? null
  const service = isRead ? await readService(db, syncLogId) : null
  const ended = { integrationId, streams, error, isSilent: warnings.length > 0, service, now: new Date() }
  const states = isRead ? await recordOutcome(db, ended) : null
  // Circuits as they stand after each read of them, whatever the schedule of snapshots says (S2-SNAPSHOT): before one they are those
  // of another day
  const hasRead = streams?.includes("circuits") ?? true
  if (mode === "sync" && error === null && run.provider === "workstudio" && hasRead)
    await takeSnapshots(db, { integrationId, now: new Date() })
  const holds = mode === "sync" ? await readHolds(db, syncLogId) : []
  for (const notice of noticesOf({ run, error, states, warnings, holds, service }))
    await notifyAdmins(db, notice)
}

const warningRows = z.object({ rows: z.array(z.object({ warnings: z.array(z.string()) })) })

const readWarnings = async (db: Queryable, syncLogId: string) =>
  warningRows.parse(await db.query(selectWarnings, [syncLogId])).rows.flatMap(({ warnings }) => warnings)

const serviceRows = z.object({ rows: z.array(z.object({ service: serviceVerdict.nullable() })) })

const readService = async (db: Queryable, syncLogId: string) =>
  serviceRows.parse(await db.query(selectService, [syncLogId])).rows[0]?.service ?? null

const holdRows = z.object({
  rows: z.array(z.object({ stream: z.string(), reason: z.string(), records: z.number(), known: z.number() })),
})

const readHolds = async (db: Queryable, syncLogId: string) =>
  holdRows.parse(await db.query(selectHoldsMade, [syncLogId])).rows
