import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { getSyncLog } from "@/lib/sync-logs/get-sync-log"

export const GET = handle(async ({ actor, params }) => getSyncLog(actor, params(byId).id))
