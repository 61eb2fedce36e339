import { handle } from "@/app/api/handle"
import { circuitQuery } from "@/lib/domain/circuit-query"
import { listCircuits } from "@/lib/inventory/circuits/list-circuits"

export const GET = handle(async ({ actor, query }) => listCircuits(actor, query(circuitQuery)))
