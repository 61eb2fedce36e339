import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listQuery } from "@/lib/domain/listing"
import { listHeldRecords } from "@/lib/inventory/holds/list-holds"

/** The records that wait in a hold. */
export const GET = handle(async ({ actor, params, query }) =>
  listHeldRecords(actor, params(byId).id, query(listQuery)),
)
