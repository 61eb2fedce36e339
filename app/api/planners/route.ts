import { handle } from "@/app/api/handle"
import { listPlanners } from "@/lib/inventory/circuits/list-planners"

/** The account's members with their names in WorkStudio and what they plan. */
export const GET = handle(async ({ actor }) => ({ items: await listPlanners(actor), nextCursor: null }))
