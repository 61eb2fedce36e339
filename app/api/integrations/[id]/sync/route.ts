import { z } from "zod"
import { answer, handle } from "@/app/api/handle"
import { byId, triggerOf } from "@/app/api/params"
import { syncMode } from "@/lib/domain/sync-log"
import { queueSync } from "@/lib/sync-logs/queue-sync"

const how = z.object({ mode: syncMode.default("sync") }).default({ mode: "sync" })

/** Starts a sync, or a preview of one: 202 with its id. A run in progress that does the same is returned, not doubled. */
export const POST = handle(async ({ actor, params, body }) => {
  const { id: integrationId } = params(byId)
  const { mode } = await body(how)
  return answer(await queueSync(actor, { integrationId, mode, trigger: triggerOf(actor) }), 202)
})
