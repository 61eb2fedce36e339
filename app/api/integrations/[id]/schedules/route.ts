import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { scheduleEntries } from "@/lib/domain/integration-schedule"
import { findIntegration } from "@/lib/integrations/find-integration"
import { listSchedules, setSchedules } from "@/lib/integrations/schedules/manage-schedules"
import { catalog } from "@/lib/providers/catalog"

export const GET = handle(async ({ actor, params }) => ({
  items: await listSchedules(actor, params(byId).id),
  nextCursor: null,
}))

/** Gives the integration these schedules in place of those it had. */
export const PUT = handle(async ({ actor, params, body }) => {
  const { id } = params(byId)
  await findIntegration(actor, id)
  const { schedules } = await body(scheduleEntries)
  return { items: await setSchedules(actor, id, schedules, { catalog, now: new Date() }), nextCursor: null }
})
