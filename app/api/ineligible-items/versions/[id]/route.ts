import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { getVersion } from "@/lib/master-data/list-versions"

/** One version, or a list that waits in a hold. */
export const GET = handle(async ({ actor, params }) => getVersion(actor, params(byId).id))
