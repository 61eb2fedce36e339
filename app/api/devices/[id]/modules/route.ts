import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listQuery } from "@/lib/domain/listing"
import { listModules } from "@/lib/inventory/devices/modules/list-modules"

/** What an edge device runs, by name, as last known. */
export const GET = handle(async ({ actor, params, query }) =>
  listModules(actor, params(byId).id, query(listQuery)),
)
