import { z } from "zod"
import { json } from "@/lib/domain/json"

// What is read of AWS's replies; whatever else they hold is left alone (facts C.2)

const text = z.string().nullish()
/** Seconds since 1970; some servers write ISO 8601. */
const time = z.union([z.number(), z.string()]).nullish()

export const thing = z.looseObject({
  thingName: z.string().min(1),
  thingArn: text,
  thingTypeName: text,
  attributes: z.record(z.string(), json).nullish(),
  version: z.number().int().nonnegative().nullish(),
})
export type Thing = z.infer<typeof thing>

export const thingType = z.looseObject({
  thingTypeName: z.string().min(1),
  thingTypeArn: text,
  thingTypeProperties: z
    .looseObject({ thingTypeDescription: text, searchableAttributes: z.array(z.string()).nullish() })
    .nullish(),
  thingTypeMetadata: z
    .looseObject({ deprecated: z.boolean().nullish(), deprecationDate: time, creationDate: time })
    .nullish(),
})
export type ThingType = z.infer<typeof thingType>

export const tag = z.looseObject({ Key: z.string(), Value: text })

export const coreDevice = z.looseObject({
  coreDeviceThingName: z.string().min(1),
  status: text,
  lastStatusUpdateTimestamp: time,
  platform: text,
  architecture: text,
  runtime: text,
})
export type CoreDevice = z.infer<typeof coreDevice>

export const component = z.looseObject({
  componentName: z.string().min(1).max(512),
  componentVersion: text,
  lifecycleState: text,
  lastStatusChangeTimestamp: time,
  lastReportedTimestamp: time,
})

/** An entry of the fleet index; times in milliseconds. */
export const indexEntry = z.looseObject({
  thingName: z.string().min(1),
  connectivity: z
    .looseObject({ connected: z.boolean().nullish(), timestamp: z.number().nullish() })
    .nullish(),
})

/** An entry of the list of deployments. */
export const deploymentEntry = z.looseObject({
  deploymentId: z.string().min(1),
  targetArn: z.string().min(1),
  creationTimestamp: time,
})
export type DeploymentEntry = z.infer<typeof deploymentEntry>

export const deployment = z.looseObject({
  deploymentId: z.string().min(1),
  targetArn: z.string().min(1),
  revisionId: text,
  deploymentName: text,
  deploymentStatus: text,
  parentTargetArn: text,
  components: z.record(z.string(), z.looseObject({ componentVersion: text })).nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
})
export type Deployment = z.infer<typeof deployment>
