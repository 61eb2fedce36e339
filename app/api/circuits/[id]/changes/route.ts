import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listQuery } from "@/lib/domain/listing"
import { listCircuitChanges } from "@/lib/inventory/circuits/circuit-history"

/** A circuit's history, newest first. */
export const GET = handle(async ({ actor, params, query }) =>
  listCircuitChanges(actor, params(byId).id, query(listQuery)),
)
