import { deviceModelFields } from "@/lib/domain/device-model"
import type { Json } from "@/lib/domain/json"
import type { Reject, SourceRecord } from "@/lib/domain/session"
import { type Mapped, mapEach } from "./map-each"
import { openEntries } from "./open-entries"
import { rejectLong, rejectShape } from "./reject"
import { type Deployment, deployment } from "./shapes"

/** Deployments as GetDeployment gives them, as they are stored and mapped. */
export type DeploymentsPage = { deployments: Json[] }

const longestName = deviceModelFields.shape.name.maxLength ?? Number.POSITIVE_INFINITY

/** No longer rolled out to anything new. */
const ended = new Set(["CANCELED", "INACTIVE"])

/** Deployments as edge device models, known by their target: each revision is another deployment with another id. */
export function mapDeployments({ deployments }: DeploymentsPage): Mapped {
  return mapEach(deployments, mapDeployment)
}

function mapDeployment(item: Json): SourceRecord | Reject {
  const { data, error } = deployment.safeParse(item)
  if (error) return rejectShape(item, { what: "deployment", idKey: "targetArn", error })
  const name = data.deploymentName || targetName(data.targetArn)
  const { length } = name
  if (length > longestName)
    return rejectLong(item, "targetArn", { path: "deploymentName", length, limit: longestName })
  return {
    externalId: data.targetArn,
    sourceVersion: null,
    fields: {
      name,
      kind: "edge",
      description: `Greengrass deployment to the ${targetWords(data.targetArn)}`
        .slice(0, 2048)
        .toWellFormed(),
      deprecated: ended.has(data.deploymentStatus ?? ""),
    },
    attributes: attributesOf(data),
    state: null,
  }
}

function attributesOf(one: Deployment): Record<string, Json> {
  const components = Object.entries(one.components ?? {}).map(
    ([name, { componentVersion }]) => [name, componentVersion ?? null] as const,
  )
  const known: Record<string, Json> = {
    targetArn: one.targetArn,
    deploymentId: one.deploymentId,
    revisionId: one.revisionId ?? null,
    deploymentStatus: one.deploymentStatus ?? null,
    parentTargetArn: one.parentTargetArn ?? null,
    components: Object.fromEntries(components),
    tags: tagsOf(one),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null))
}

function tagsOf({ tags }: Deployment): Json {
  const open = openEntries(tags ?? {})
  return Object.keys(open).length > 0 ? open : null
}

/** `pump-hall` of `arn:aws:iot:eu-central-1:123456789012:thinggroup/pump-hall`. */
const targetName = (arn: string): string => arn.split("/").at(-1) || arn

function targetWords(arn: string): string {
  const kind = arn.includes(":thinggroup/") ? "thing group" : arn.includes(":thing/") ? "thing" : "target"
  return `${kind} ${targetName(arn)}`
}
