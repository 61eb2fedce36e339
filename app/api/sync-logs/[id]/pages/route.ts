import { listQuery } from "@/lib/domain/listing"
import { listSyncPages } from "@/lib/sync-logs/list-sync-pages"
import { handle } from "../../../handle"
import { byId } from "../../../params"

/** The provider's replies that a run stored; each is downloaded by its id. */
export const GET = handle(async ({ actor, params, query }) =>
  listSyncPages(actor, params(byId).id, query(listQuery)),
)
