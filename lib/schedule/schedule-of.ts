import { type Schedule, syncInterval } from "@/lib/domain/schedule"

/** The schedule that an integration's columns say. */
export function scheduleOf(columns: {
  syncInterval: number | null
  cron: string | null
  timeZone: string
}): Schedule {
  if (columns.cron !== null) return { kind: "cron", expression: columns.cron, timeZone: columns.timeZone }
  if (columns.syncInterval === null) return { kind: "manual" }
  return { kind: "interval", seconds: syncInterval.parse(columns.syncInterval) }
}
