import { z } from "zod"
import { timeZone } from "./integration"
import { streamId } from "./provider-id"

/** `read` asks the provider; `snapshots` keeps how things stand, without asking anybody. */
const scheduleTask = z.enum(["read", "snapshots"])

/** One of several schedules of an integration (S2-SCHEDULE). */
export const scheduleEntry = z.strictObject({
  task: scheduleTask,
  /** What a run reads; everything when empty. */
  streams: z.array(streamId).max(10).default([]),
  /** The part of it, in the provider's words (WorkStudio: job statuses); all that the settings name when empty. */
  filter: z.array(z.string().trim().min(1).max(32)).max(20).default([]),
  cron: z.string().trim().min(1, "Give a cron expression.").max(200),
  timeZone,
  enabled: z.boolean().default(true),
})
export type ScheduleEntry = z.infer<typeof scheduleEntry>

/** `PUT /api/integrations/:id/schedules`: all of them anew. */
export const scheduleEntries = z.strictObject({ schedules: z.array(scheduleEntry).max(20) })

/** A schedule as the API gives it, in plain words too. */
export const scheduleView = scheduleEntry.extend({
  id: z.uuid(),
  words: z.string(),
  nextAt: z.iso.datetime().nullable(),
})
export type ScheduleView = z.infer<typeof scheduleView>
