import type { DeviceModelView, ModelOrigin } from "@/lib/domain/device-model"
import type { Json } from "@/lib/domain/json"

export const originNames: Record<ModelOrigin, string> = {
  source: "From its source",
  hand: "Added by hand",
  rollcall: "Created by Rollcall",
}

/** Who says that there is such a model. */
export const sourceWords = ({ origin, source }: Pick<DeviceModelView, "origin" | "source">): string =>
  source === null ? originNames[origin] : source.name

const attributeNames: Record<string, string> = {
  thingTypeArn: "ARN",
  searchableAttributes: "Searchable attributes",
  createdAt: "Created at its source",
  deprecatedAt: "Deprecated since",
  tags: "Tags",
  targetArn: "Target",
  parentTargetArn: "Parent target",
  deploymentId: "Deployment",
  revisionId: "Revision",
  deploymentStatus: "Deployment status",
  components: "Components",
}

/** What a source says of a model, by name; a name that we do not know stays as it is. */
export const attributeName = (key: string): string => attributeNames[key] ?? key

/** Whether a value is a moment as connectors write them. */
export const isMoment = (value: Json): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
