import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listAggregates } from "@/lib/inventory/circuits/circuit-history"

/** What its planned units added up to whenever that moved, newest first. */
export const GET = handle(async ({ actor, params }) => ({
  items: await listAggregates(actor, params(byId).id),
  nextCursor: null,
}))
