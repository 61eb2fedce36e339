import type { Schedule } from "@/lib/domain/schedule"
import { parseCron } from "./parse-cron"

type Run = {
  schedule: Schedule
  /** When the run before was planned for. */
  from: Date
  now?: Date
}

/**
 * The next run after one that was planned for `from`, null when there is none by itself. It counts from the planned time, not
 * from when that run came about, and lies after `now`: runs missed meanwhile are skipped, not bunched.
 */
export function nextSyncAt({ schedule, from, now = from }: Run): Date | null {
  switch (schedule.kind) {
    case "manual":
      return null
    case "interval": {
      const step = schedule.seconds * 1000
      const missed = Math.max(0, Math.floor((now.getTime() - from.getTime()) / step))
      return new Date(from.getTime() + (missed + 1) * step)
    }
    case "cron":
      return parseCron(schedule.expression, schedule.timeZone).nextRun(now > from ? now : from)
  }
}
