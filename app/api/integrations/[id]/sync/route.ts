import { z } from "zod"
import { syncMode } from "@/lib/domain/sync-log"
import { queueSync } from "@/lib/sync-logs/queue-sync"
import { answer, handle } from "../../../handle"
import { byId, triggerOf } from "../../../params"

const how = z.object({ mode: syncMode.default("sync") }).default({ mode: "sync" })

/** Starts a sync: 202 with its id. A run in progress is returned, not doubled. */
export const POST = handle(async ({ actor, params, body }) => {
  const { id: integrationId } = params(byId)
  const { mode } = await body(how)
  return answer(await queueSync(actor, { integrationId, mode, trigger: triggerOf(actor) }), 202)
})
