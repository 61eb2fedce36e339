import type { Page } from "@/lib/domain/session"
import type { Api } from "./api"
import { listAll, listOrNone } from "./list-parts"
import { mapDeployments } from "./map-deployments"
import { newestByTarget } from "./newest-by-target"
import { readDeployments } from "./read-deployments"

const perPage = 25
const switchedOff = { incomplete: "Greengrass is switched off for this integration.", isByChoice: true }

/**
 * The newest deployment of every target, each with its components. Deployments are few, so their list is read whole: what AWS
 * calls the latest is not to be trusted, and the newest of a target may stand anywhere. A cursor is the target that comes next.
 */
export async function* readEdgeModels(api: Api, cursor: string | null): AsyncGenerator<Page> {
  const { greengrass } = api.settings
  const { items } = greengrass
    ? await listOrNone(() => listAll("deployments", (token) => api.listDeployments({ token })))
    : { items: [] }
  const { newest, rejects: broken } = newestByTarget(items)
  const entries = newest.filter(({ targetArn }) => cursor === null || targetArn >= cursor)
  for (let at = 0; at === 0 || at < entries.length; at += perPage) {
    const { deployments, failed, rejects } = await readDeployments(api, entries.slice(at, at + perPage))
    const page = { deployments }
    const mapped = mapDeployments(page)
    yield {
      ...mapped,
      rejects: [...mapped.rejects, ...rejects, ...(at === 0 ? broken : [])],
      raw: JSON.stringify(page),
      json: page,
      ...api.takeCounts(),
      expectedTotal: null,
      cursor: entries[at + perPage]?.targetArn ?? null,
      ...(failed === null ? {} : { incomplete: failed }),
      ...(greengrass ? {} : switchedOff),
    }
  }
}
