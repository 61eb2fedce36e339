import { z } from "zod"
import { timeZone } from "./integration"
import { syncInterval } from "./schedule"

/** The query of `GET /api/schedule/preview`: an interval, or a cron expression with its zone, or neither. */
export const schedulePreviewQuery = z.object({
  cron: z.string().trim().max(200).optional(),
  timeZone: timeZone.default("UTC"),
  syncInterval: z.preprocess(
    (text) => (typeof text === "string" ? Number(text) : text),
    syncInterval.optional(),
  ),
})
export type SchedulePreviewQuery = z.infer<typeof schedulePreviewQuery>

/** A schedule in plain words, and when it would run next (S4-INTERVALS). */
export const schedulePreview = z.object({ words: z.string(), nextRuns: z.array(z.iso.datetime()) })
export type SchedulePreview = z.infer<typeof schedulePreview>
