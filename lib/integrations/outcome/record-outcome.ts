import { z } from "zod"
import type { SyncError } from "@/lib/domain/sync-log"
import { type IntegrationState, integrationState } from "@/lib/integrations/integration-state"
import type { Queryable } from "@/lib/jobs/enqueue"
import { scheduleOf } from "@/lib/schedule/schedule-of"
import { narrowGap, widenGap } from "@/lib/schedule/widen-gap"
import { lockState, writeState } from "./store"

type Ended = {
  integrationId: string
  /** Null when it did not fail. */
  error: SyncError | null
  /** It did not fail, but looked unlike its own past. */
  isSilent: boolean
  now: Date
}

const found = z.object({
  rows: z.array(
    z.object({
      state: integrationState,
      syncInterval: z.number().nullable(),
      cron: z.string().nullable(),
      timeZone: z.string(),
      nextSyncAt: z.date().nullable(),
    }),
  ),
})
type Row = z.infer<typeof found>["rows"][number]

/**
 * Counts a run that ended, in the transaction that records its ending. After too many failures in a row the next scheduled
 * run is put off; the first success brings the plan back. Gives the state before and after; null when the integration is gone.
 */
export async function recordOutcome(
  db: Queryable,
  ended: Ended,
): Promise<{ before: IntegrationState; after: IntegrationState } | null> {
  const [row] = found.parse(await db.query(lockState, [ended.integrationId])).rows
  if (row === undefined) return null
  const { after, nextSyncAt } = ended.error === null ? succeeded(row, ended) : failed(row, ended, ended.error)
  await db.query(writeState, [ended.integrationId, JSON.stringify(after), nextSyncAt])
  return { before: row.state, after }
}

function succeeded(row: Row, { isSilent, now }: Ended) {
  const { state, nextSyncAt: planned } = row
  const after = { ...state, failuresInRow: 0, breakerUntil: null, lastError: null, isSilent }
  const isPutOff = planned !== null && state.breakerUntil === planned.toISOString()
  return { after, nextSyncAt: isPutOff ? narrowGap({ schedule: scheduleOf(row), planned, now }) : planned }
}

function failed(row: Row, { now }: Ended, { code, message }: SyncError) {
  const { state, nextSyncAt: planned } = row
  const failures = state.failuresInRow + 1
  const nextSyncAt = planned === null ? null : widenGap({ schedule: scheduleOf(row), planned, failures, now })
  const isPutOff = nextSyncAt !== null && planned !== null && nextSyncAt > planned
  const staysPutOff = planned !== null && state.breakerUntil === planned.toISOString()
  const breakerUntil = isPutOff || staysPutOff ? (nextSyncAt?.toISOString() ?? null) : null
  return {
    after: { ...state, failuresInRow: failures, breakerUntil, lastError: { code, message } },
    nextSyncAt,
  }
}
