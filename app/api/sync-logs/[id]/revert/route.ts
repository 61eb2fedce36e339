import { answer, handle } from "@/app/api/handle"
import { byId, triggerOf } from "@/app/api/params"
import { queueRevert } from "@/lib/sync-logs/queue-revert"

/** Starts a preview whose plan would undo this run: 202 with its id. */
export const POST = handle(async ({ actor, params }) => {
  const { id: syncLogId } = params(byId)
  return answer(await queueRevert(actor, { syncLogId, trigger: triggerOf(actor) }), 202)
})
