import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { getHold } from "@/lib/inventory/holds/get-hold"

export const GET = handle(async ({ actor, params }) => getHold(actor, params(byId).id))
