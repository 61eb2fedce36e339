import { listQuery } from "@/lib/domain/listing"
import { listSyncChanges } from "@/lib/sync-logs/list-sync-changes"
import { handle } from "../../../handle"
import { byId } from "../../../params"

export const GET = handle(async ({ actor, params, query }) =>
  listSyncChanges(actor, params(byId).id, query(listQuery)),
)
