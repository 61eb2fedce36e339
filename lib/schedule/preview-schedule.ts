import { RequestError } from "@/lib/domain/problem"
import type { Schedule } from "@/lib/domain/schedule"
import type { SchedulePreview, SchedulePreviewQuery } from "@/lib/domain/schedule-preview"
import { describeSchedule } from "./describe-schedule"
import { nextRuns } from "./next-runs"
import { parseCron } from "./parse-cron"

/** A schedule in words and its next five runs after `now` (S4-INTERVALS). Throws 422 when it cannot be read. */
export function previewSchedule(query: SchedulePreviewQuery, now: Date): SchedulePreview {
  const schedule = read(query)
  return {
    words: describeSchedule(schedule),
    nextRuns: nextRuns(schedule, now, 5).map((run) => run.toISOString()),
  }
}

function read({ cron, syncInterval, timeZone }: SchedulePreviewQuery): Schedule {
  if (cron !== undefined && syncInterval !== undefined) {
    throw new RequestError(422, "Give either syncInterval or cron, not both.", {
      cron: ["Not with syncInterval."],
    })
  }
  if (syncInterval !== undefined) return { kind: "interval", seconds: syncInterval }
  if (cron === undefined) return { kind: "manual" }
  parseCron(cron, timeZone)
  return { kind: "cron", expression: cron, timeZone }
}
