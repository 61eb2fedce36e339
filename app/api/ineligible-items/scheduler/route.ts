import { handle } from "@/app/api/handle"
import { schedulerCommand } from "@/lib/domain/published-list"
import { readScheduler, switchScheduler } from "@/lib/master-data/scheduler"
import { catalog } from "@/lib/providers/catalog"

/** Whether master data is synced on schedule, and when next. */
export const GET = handle(async ({ actor }) => readScheduler(actor))

/** Switches the schedules of the account's master data on or off. */
export const POST = handle(async ({ actor, body }) =>
  switchScheduler(actor, (await body(schedulerCommand)).action, catalog),
)
