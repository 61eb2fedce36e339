import { z } from "zod"
import { handle } from "@/app/api/handle"
import { listUnlinkedPlanners } from "@/lib/inventory/circuits/list-planners"

const asked = z.object({ linked: z.stringbool().default(false) })

/** Names in WorkStudio that no member has; with `linked=true` also those that were linked since. */
export const GET = handle(async ({ actor, query }) => ({
  items: await listUnlinkedPlanners(actor, query(asked)),
  nextCursor: null,
}))
