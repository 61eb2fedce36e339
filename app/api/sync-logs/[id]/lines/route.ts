import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { syncLineQuery } from "@/lib/domain/sync-log-query"
import { listSyncLines } from "@/lib/sync-logs/list-sync-lines"

/** What a run had to say; `?level=warn` for warnings and errors alone. */
export const GET = handle(async ({ actor, params, query }) =>
  listSyncLines(actor, params(byId).id, query(syncLineQuery)),
)
