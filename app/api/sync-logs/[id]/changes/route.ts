import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { syncChangeQuery } from "@/lib/domain/sync-change"
import { listSyncChanges } from "@/lib/sync-logs/list-sync-changes"

/** What a run changed, or what the plan of a preview would change; `?action=` for one kind of it. */
export const GET = handle(async ({ actor, params, query }) =>
  listSyncChanges(actor, params(byId).id, query(syncChangeQuery)),
)
