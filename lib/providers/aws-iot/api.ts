import {
  GetDeploymentCommand,
  ListCoreDevicesCommand,
  ListDeploymentsCommand,
  ListInstalledComponentsCommand,
} from "@aws-sdk/client-greengrassv2"
import {
  DescribeThingCommand,
  DescribeThingTypeCommand,
  GetIndexingConfigurationCommand,
  ListTagsForResourceCommand,
  ListThingsCommand,
  ListThingTypesCommand,
  SearchIndexCommand,
} from "@aws-sdk/client-iot"
import { GetThingShadowCommand } from "@aws-sdk/client-iot-data-plane"
import type { TakeTurn } from "@/lib/domain/rate"
import { openPace } from "@/lib/http/pace"
import type { Patience } from "@/lib/http/patience"
import type { AwsCall } from "./ask"
import type { Action } from "./explain"
import type { Aws } from "./open-aws"
import { rateOf } from "./rate"
import type { AwsIotSettings } from "./settings"

/** The most that AWS gives at once. */
export const mostThings = 250
const mostOthers = 100

/** The shadow that Greengrass keeps for a core that a deployment targets by itself. */
export const coreShadow = "AWSManagedGreengrassV2Deployment"

/** Which part of a list; without a token the first. */
type Part = { token?: string | null; size?: number; patience?: Patience }

export type Api = ReturnType<typeof openApi>

/**
 * The calls to AWS, all of which only read (facts C.1 and C.2). Each throws ProviderError. What they give is JSON as it came:
 * times in seconds since 1970, names as in AWS's API reference.
 */
export function openApi({ ask, iot, data, greengrass }: Aws, settings: AwsIotSettings) {
  let counts = { ...noCounts }
  const way =
    (pace: TakeTurn) =>
    async (action: Action, { patience }: Part, send: AwsCall["send"]) => {
      const reply = await ask({ action, send, pace, ...(patience === undefined ? {} : { patience }) })
      counts = { retries: counts.retries + reply.retries, stripped: counts.stripped + reply.stripped }
      return reply
    }
  const registry = way(openPace(rateOf(settings, "registry")))
  const edge = way(openPace(rateOf(settings, "greengrass")))
  const single = way(openPace(null))

  return {
    settings,
    /** What the calls since the last time needed: retries, and characters taken out that no database text can hold. */
    takeCounts() {
      const taken = counts
      counts = { ...noCounts }
      return taken
    },

    /** `{ things: [{ thingName, thingTypeName?, thingArn, attributes, version }], nextToken? }` */
    listThings: (part: Part = {}) =>
      registry("iot:ListThings", part, (options) =>
        iot.send(new ListThingsCommand(within(part, mostThings)), options),
      ),

    /** Also `thingId`, which a thing made anew under its old name has another one of. */
    describeThing: (thingName: string, part: Part = {}) =>
      single("iot:DescribeThing", part, (options) =>
        iot.send(new DescribeThingCommand({ thingName }), options),
      ),

    /** `{ thingTypes: [{ thingTypeName, thingTypeArn, thingTypeProperties, thingTypeMetadata }], nextToken? }` */
    listThingTypes: (part: Part = {}) =>
      registry("iot:ListThingTypes", part, (options) =>
        iot.send(new ListThingTypesCommand(within(part, mostThings)), options),
      ),

    describeThingType: (thingTypeName: string, part: Part = {}) =>
      registry("iot:DescribeThingType", part, (options) =>
        iot.send(new DescribeThingTypeCommand({ thingTypeName }), options),
      ),

    /** `{ tags: [{ Key, Value }], nextToken? }`; the service decides how many at once. */
    listTags: (resourceArn: string, part: Part = {}) =>
      registry("iot:ListTagsForResource", part, (options) =>
        iot.send(new ListTagsForResourceCommand({ resourceArn, ...after(part) }), options),
      ),

    /** The named shadow of a Greengrass core; `not_found` where there is none, which is the usual. */
    getCoreShadow: (thingName: string, part: Part = {}) =>
      single("iot:GetThingShadow", part, (options) =>
        data.send(new GetThingShadowCommand({ thingName, shadowName: coreShadow }), options),
      ),

    /** `{ thingIndexingConfiguration: { thingIndexingMode, thingConnectivityIndexingMode } }` */
    getIndexing: (part: Part = {}) =>
      registry("iot:GetIndexingConfiguration", part, (options) =>
        iot.send(new GetIndexingConfigurationCommand({}), options),
      ),

    /** Every thing in the index: `{ things: [{ thingName, connectivity: { connected, timestamp in ms } }], nextToken? }` */
    searchThings: (part: Part = {}) =>
      registry("iot:SearchIndex", part, (options) =>
        iot.send(
          new SearchIndexCommand({ queryString: "thingName:*", ...within(part, mostOthers) }),
          options,
        ),
      ),

    /** `{ coreDevices: [{ coreDeviceThingName, status, lastStatusUpdateTimestamp, platform, architecture, runtime }], nextToken? }` */
    listCoreDevices: (part: Part = {}) =>
      edge("greengrass:ListCoreDevices", part, (options) =>
        greengrass.send(new ListCoreDevicesCommand(within(part, mostOthers)), options),
      ),

    /** `{ installedComponents: [{ componentName, componentVersion, lifecycleState, … }], nextToken? }`, dependencies too. */
    listComponents: (coreDeviceThingName: string, part: Part = {}) =>
      edge("greengrass:ListInstalledComponents", part, (options) =>
        greengrass.send(
          new ListInstalledComponentsCommand({
            coreDeviceThingName,
            topologyFilter: "ALL",
            ...within(part, mostOthers),
          }),
          options,
        ),
      ),

    /** The latest of each target, or of one: `{ deployments: [{ deploymentId, targetArn, creationTimestamp, … }], nextToken? }` */
    listDeployments: (part: Part & { targetArn?: string } = {}) =>
      edge("greengrass:ListDeployments", part, (options) =>
        greengrass.send(
          new ListDeploymentsCommand({
            historyFilter: "LATEST_ONLY",
            ...(part.targetArn === undefined ? {} : { targetArn: part.targetArn }),
            ...within(part, mostOthers),
          }),
          options,
        ),
      ),

    /** Also `components: { name: { componentVersion, configurationUpdate?, runWith? } }` and `tags`. */
    getDeployment: (deploymentId: string, part: Part = {}) =>
      edge("greengrass:GetDeployment", part, (options) =>
        greengrass.send(new GetDeploymentCommand({ deploymentId }), options),
      ),
  }
}

const noCounts = { retries: 0, stripped: 0 }

const after = ({ token }: Part) => (token ? { nextToken: token } : {})
const within = (part: Part, most: number) => ({ maxResults: part.size ?? most, ...after(part) })
