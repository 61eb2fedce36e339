import cronstrue from "cronstrue"
import type { Schedule } from "@/lib/domain/schedule"

/** A schedule in plain words: "Every 15 minutes", "At 04:00, Europe/Berlin", "Manual only". */
export function describeSchedule(schedule: Schedule): string {
  switch (schedule.kind) {
    case "manual":
      return "Manual only"
    case "interval":
      return describeInterval(schedule.seconds)
    case "cron": {
      const words = cronstrue.toString(schedule.expression, { use24HourTimeFormat: true, verbose: true })
      return `${words}, ${schedule.timeZone}`
    }
  }
}

function describeInterval(seconds: number): string {
  if (seconds === 86_400) return "Every day"
  if (seconds === 3600) return "Every hour"
  return seconds < 3600 ? `Every ${seconds / 60} minutes` : `Every ${seconds / 3600} hours`
}
