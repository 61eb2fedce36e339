import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { countSyncChanges } from "@/lib/sync-logs/count-sync-changes"

/** How many changes of each action a run made, or the plan of a preview would make. */
export const GET = handle(async ({ actor, params }) => countSyncChanges(actor, params(byId).id))
