import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { cancelSync } from "@/lib/sync-logs/cancel-sync"

/** One that has not begun is cancelled at once, a running one at its next page; 409 when it has ended. */
export const POST = handle(async ({ actor, params }) => cancelSync(actor, params(byId).id))
