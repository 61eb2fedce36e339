import { RequestError } from "@/lib/domain/problem"
import { parseCron } from "@/lib/schedule/parse-cron"

export type ScheduleColumns = { syncInterval: number | null; cron: string | null; timeZone: string }

type Given = {
  syncInterval?: number | null | undefined
  cron?: string | null | undefined
  timeZone?: string | undefined
}

/**
 * The schedule that follows from what was given and what was there: giving an interval ends a cron expression and the other
 * way round, null ends the one it names, and what is left out stays. Throws 422 for both at once, or a bad expression.
 */
export function chooseSchedule(given: Given, before: ScheduleColumns): ScheduleColumns {
  const timeZone = given.timeZone ?? before.timeZone
  if (given.cron != null && given.syncInterval != null) {
    const message = "Give either syncInterval or cron, not both."
    throw new RequestError(422, message, { syncInterval: [message], cron: [message] })
  }
  if (given.syncInterval != null) return { syncInterval: given.syncInterval, cron: null, timeZone }
  const cron = given.cron === undefined ? before.cron : given.cron
  if (cron !== null) parseCron(cron, timeZone)
  const syncInterval = given.syncInterval === null || cron !== null ? null : before.syncInterval
  return { syncInterval, cron, timeZone }
}
