import { handle } from "@/app/api/handle"
import { holdQuery } from "@/lib/domain/removal-hold"
import { listHolds } from "@/lib/inventory/holds/list-holds"

/** Removals that wait for an admin, newest first; `?status=` for those that were decided. */
export const GET = handle(async ({ actor, query }) => listHolds(actor, query(holdQuery)))
