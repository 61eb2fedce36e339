import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listQuery } from "@/lib/domain/listing"
import { listSyncLines } from "@/lib/sync-logs/list-sync-lines"

/** The records that a run could not take, each with its reason. */
export const GET = handle(async ({ actor, params, query }) =>
  listSyncLines(actor, params(byId).id, { ...query(listQuery), rejectsOnly: true }),
)
