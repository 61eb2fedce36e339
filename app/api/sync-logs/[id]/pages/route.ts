import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listQuery } from "@/lib/domain/listing"
import { listSyncPages } from "@/lib/sync-logs/list-sync-pages"

/** The provider's replies that a run stored; each is downloaded by its id. */
export const GET = handle(async ({ actor, params, query }) =>
  listSyncPages(actor, params(byId).id, query(listQuery)),
)
