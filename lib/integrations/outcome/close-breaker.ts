import { integrationState } from "@/lib/integrations/integration-state"
import { scheduleOf } from "@/lib/schedule/schedule-of"
import { narrowGap } from "@/lib/schedule/widen-gap"

type Columns = {
  state: unknown
  syncInterval: number | null
  cron: string | null
  timeZone: string
  nextSyncAt: Date | null
}

/**
 * The columns of an integration whose settings were changed: what failed may work now, so its next run comes as planned. The
 * failures still count, until a run succeeds; credentials that are refused again are news.
 */
export function closeBreaker(row: Columns, now: Date) {
  const state = integrationState.parse(row.state)
  const planned = row.nextSyncAt
  const isPutOff = planned !== null && state.breakerUntil === planned.toISOString()
  return {
    state: { ...state, breakerUntil: null, isServiceRefused: false },
    nextSyncAt: isPutOff ? narrowGap({ schedule: scheduleOf(row), planned, now }) : planned,
  }
}
