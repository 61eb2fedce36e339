import { handle } from "@/app/api/handle"
import { schedulePreviewQuery } from "@/lib/domain/schedule-preview"
import { previewSchedule } from "@/lib/schedule/preview-schedule"

/** A schedule in plain words and its next five runs. */
export const GET = handle(async ({ query }) => previewSchedule(query(schedulePreviewQuery), new Date()))
