import { handle } from "@/app/api/handle"
import { listQuery } from "@/lib/domain/listing"
import { listGateways } from "@/lib/inventory/gateways/find-gateway"

/** The ids of the account's concentrators, from memory. */
export const GET = handle(async ({ actor, query }) => listGateways(actor, query(listQuery)))
