import { answer, handle } from "@/app/api/handle"
import { byId, triggerOf } from "@/app/api/params"
import { queueApply } from "@/lib/sync-logs/queue-apply"

/** Starts a run that carries out the plan of a preview: 202 with its id. */
export const POST = handle(async ({ actor, params }) => {
  const { id: syncLogId } = params(byId)
  return answer(await queueApply(actor, { syncLogId, trigger: triggerOf(actor) }), 202)
})
