import { z } from "zod"
import { isRefusal } from "@/lib/domain/is-refusal"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Schedule } from "@/lib/domain/schedule"
import type { SyncError } from "@/lib/domain/sync-log"
import {
  type IntegrationState,
  integrationState,
  type ServiceVerdict,
} from "@/lib/integrations/integration-state"
import { planNext } from "@/lib/integrations/schedules/store"
import type { Queryable } from "@/lib/jobs/enqueue"
import { scheduleOf } from "@/lib/schedule/schedule-of"
import { streamSchedule } from "@/lib/schedule/stream-schedule"
import { narrowGap, putOffUntil, widenGap } from "@/lib/schedule/widen-gap"
import { lockState, selectStarters, writeState } from "./store"

type Ended = {
  integrationId: string
  /** What the run read; null for all. */
  streams: StreamId[] | null
  /** Null when it did not fail. */
  error: SyncError | null
  /** It did not fail, but looked unlike its own past. */
  isSilent: boolean
  /** What became of the integration's own credentials; null where they were not tried by themselves. */
  service: ServiceVerdict | null
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

const starters = z.object({
  rows: z.array(
    z.object({ syncInterval: z.number().nullable(), cron: z.string().nullable(), timeZone: z.string() }),
  ),
})
type Starter = z.infer<typeof starters>["rows"][number]

/**
 * Counts a run that ended, in the transaction that records its ending. After too many failures in a row the next scheduled
 * run is put off, by the gap of the schedule that started this one; the first success brings the plan back. Gives the state
 * before and after; null when the integration is gone.
 */
export async function recordOutcome(
  db: Queryable,
  ended: Ended,
): Promise<{ before: IntegrationState; after: IntegrationState } | null> {
  const [row] = found.parse(await db.query(lockState, [ended.integrationId])).rows
  if (row === undefined) return null
  const { integrationId, streams, error, service } = ended
  const started =
    error === null ? [] : starters.parse(await db.query(selectStarters, [integrationId, streams])).rows
  const { after: counted, nextSyncAt } =
    error === null ? succeeded(row, ended) : failed(row, { ...ended, error, started })
  const after =
    service === null ? counted : { ...counted, isServiceRefused: isToldRefused(row.state, service, error) }
  await db.query(writeState, [integrationId, JSON.stringify(after), nextSyncAt])
  if (error === null && row.state.breakerUntil !== null) await db.query(planNext, [integrationId])
  return { before: row.state, after }
}

/** A run that failed by the refusal tells of all credentials, which leaves the service account's own news untold. */
const isToldRefused = (before: IntegrationState, service: ServiceVerdict, error: SyncError | null): boolean =>
  service === "refused" && (before.isServiceRefused || error === null || !isRefusal(error))

function succeeded(row: Row, { isSilent, now }: Ended) {
  const { state, nextSyncAt: planned } = row
  const after = { ...state, failuresInRow: 0, breakerUntil: null, lastError: null, isSilent }
  const isPutOff = planned !== null && state.breakerUntil === planned.toISOString()
  return { after, nextSyncAt: isPutOff ? narrowGap({ schedule: scheduleOf(row), planned, now }) : planned }
}

type Failed = { now: Date; error: SyncError; started: Starter[] }

function failed(row: Row, { now, error: { code, message }, started }: Failed) {
  const { state } = row
  const failures = state.failuresInRow + 1
  const { nextSyncAt, breakerUntil } = putOff(row, { failures, now, started })
  return {
    after: { ...state, failuresInRow: failures, breakerUntil, lastError: { code, message } },
    nextSyncAt,
  }
}

function putOff(row: Row, { failures, now, started }: { failures: number; now: Date; started: Starter[] }) {
  const { state, nextSyncAt: planned } = row
  const until = putOffUntil({ schedules: started.map(starterSchedule), failures, now })
  const widened = planned === null ? null : widenGap({ schedule: scheduleOf(row), planned, failures, now })
  const nextSyncAt = widened !== null && until !== null && until > widened ? until : widened
  const isPutOff = nextSyncAt !== null && planned !== null && nextSyncAt > planned
  const staysPutOff = planned !== null && state.breakerUntil === planned.toISOString()
  if (isPutOff || staysPutOff) return { nextSyncAt, breakerUntil: nextSyncAt?.toISOString() ?? null }
  // The integration's own run is far; its streams wait until then
  const ofStreams = started.some(({ syncInterval }) => syncInterval !== null) ? until : null
  return { nextSyncAt, breakerUntil: (ofStreams ?? stillClosed(state, now))?.toISOString() ?? null }
}

const stillClosed = ({ breakerUntil }: IntegrationState, now: Date): Date | null =>
  breakerUntil !== null && new Date(breakerUntil) > now ? new Date(breakerUntil) : null

const starterSchedule = ({ syncInterval, ...own }: Starter): Schedule =>
  syncInterval === null ? scheduleOf({ ...own, syncInterval }) : streamSchedule({ syncInterval })
