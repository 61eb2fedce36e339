import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { differencesQuery } from "@/lib/domain/published-list"
import { compareVersions } from "@/lib/master-data/compare-versions"

/** What a version has that the one before it had not, and the other way round; `?against=` names another. */
export const GET = handle(async ({ actor, params, query }) =>
  compareVersions(actor, params(byId).id, query(differencesQuery)),
)
