import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listQuery } from "@/lib/domain/listing"
import { listSyncHistory } from "@/lib/sync-logs/list-sync-history"

/** An integration's runs, newest first. */
export const GET = handle(async ({ actor, params, query }) =>
  listSyncHistory(actor, params(byId).id, query(listQuery)),
)
