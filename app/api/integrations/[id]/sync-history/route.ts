import { listQuery } from "@/lib/domain/listing"
import { listSyncHistory } from "@/lib/sync-logs/list-sync-history"
import { handle } from "../../../handle"
import { byId } from "../../../params"

/** An integration's runs, newest first. */
export const GET = handle(async ({ actor, params, query }) =>
  listSyncHistory(actor, params(byId).id, query(listQuery)),
)
