import { handle } from "@/app/api/handle"
import { listVersionsQuery } from "@/lib/domain/published-list"
import { listVersions } from "@/lib/master-data/list-versions"

/** What was published of a list, newest first, each with its delivery proof. */
export const GET = handle(async ({ actor, query }) => listVersions(actor, query(listVersionsQuery)))
