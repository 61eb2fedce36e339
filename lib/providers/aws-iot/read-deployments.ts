import type { Json } from "@/lib/domain/json"
import type { Reject } from "@/lib/domain/session"
import type { Api } from "./api"
import { failsAlone } from "./fails-alone"
import { mapAtOnce } from "./map-at-once"
import { rejectItem } from "./reject"
import type { DeploymentEntry } from "./shapes"

const atOnce = 4

type Read = { deployments: Json[]; rejects: Reject[]; failed: string | null }

/** Deployments with their components. One that cannot be read is rejected, and so kept as it was. */
export async function readDeployments(api: Api, entries: DeploymentEntry[]): Promise<Read> {
  const answers = await mapAtOnce(entries, atOnce, async (entry) => ({
    entry,
    ...(await failsAlone(api.getDeployment(entry.deploymentId))),
  }))
  const rejects = answers.flatMap(({ entry, fault }) =>
    fault === null
      ? []
      : [rejectItem(shown(entry), "targetArn", { reason: "invalid", path: null, message: fault.message })],
  )
  return {
    deployments: answers.flatMap(({ value }) => (value === null ? [] : [value.json])),
    rejects,
    failed:
      rejects[0] === undefined
        ? null
        : `${rejects.length} of the deployments could not be read: ${rejects[0].message}`,
  }
}

const shown = ({ deploymentId, targetArn }: DeploymentEntry): Json => ({ deploymentId, targetArn })
