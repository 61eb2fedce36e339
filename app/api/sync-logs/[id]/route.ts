import { getSyncLog } from "@/lib/sync-logs/get-sync-log"
import { handle } from "../../handle"
import { byId } from "../../params"

export const GET = handle(async ({ actor, params }) => getSyncLog(actor, params(byId).id))
