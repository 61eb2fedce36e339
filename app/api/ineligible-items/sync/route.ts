import { answer, handle } from "@/app/api/handle"
import { triggerOf } from "@/app/api/params"
import { listSyncRequest } from "@/lib/domain/published-list"
import { queueListSync } from "@/lib/master-data/queue-list-sync"

/** Starts a sync of a list: 202 with its id; the run in progress is returned, not doubled. */
export const POST = handle(async ({ actor, body }) => {
  const request = await body(listSyncRequest.prefault({}))
  return answer(await queueListSync(actor, { ...request, trigger: triggerOf(actor) }), 202)
})
