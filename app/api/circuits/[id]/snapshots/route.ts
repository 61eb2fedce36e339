import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listSnapshots } from "@/lib/inventory/circuits/circuit-history"

/** How it stood from day to day, newest first. */
export const GET = handle(async ({ actor, params }) => ({
  items: await listSnapshots(actor, params(byId).id),
  nextCursor: null,
}))
