import { answer, handle } from "@/app/api/handle"
import { byId, triggerOf } from "@/app/api/params"
import { queueReplay } from "@/lib/sync-logs/queue-replay"

/** Starts a preview that reads this run's stored pages through the present mapping: 202 with its id. */
export const POST = handle(async ({ actor, params }) => {
  const { id: syncLogId } = params(byId)
  return answer(await queueReplay(actor, { syncLogId, trigger: triggerOf(actor) }), 202)
})
