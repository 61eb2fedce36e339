import { handle } from "@/app/api/handle"
import { listCircuitFilters } from "@/lib/inventory/circuits/list-circuits"

/** What there is to filter circuits by: regions, planners, statuses. */
export const GET = handle(async ({ actor }) => listCircuitFilters(actor))
