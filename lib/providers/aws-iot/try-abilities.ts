import { ProviderError } from "@/lib/domain/provider-error"
import { type Patience, quick } from "@/lib/http/patience"
import type { Api } from "./api"
import type { AwsReply } from "./ask"
import { isObject, itemsIn } from "./list-parts"

/** What came of trying a call: an answer, or why there was none. */
type Tried = { answer: AwsReply; error: null } | { answer: null; error: ProviderError }
/** By IAM action. */
export type Abilities = Map<string, Tried>

const small: { size: number; patience: Patience } = { size: 1, patience: quick }
/** Asked about where there is nothing to ask about: permission is judged before existence. */
const nobody = { thing: "rollcall-permission-check", deployment: "00000000-0000-4000-8000-000000000000" }

/** Tries each call that a sync makes once, on something small. Throws what the first call fails with, unless it is a permission. */
export async function tryAbilities(api: Api): Promise<Abilities> {
  const { greengrass, connectivity } = api.settings
  const things = await tried(api.listThings(small))
  if (things.error !== null && things.error.code !== "forbidden") throw things.error
  const thingName = firstText(things, "things", "thingName") ?? nobody.thing
  const found = await Promise.all([
    tryTypes(api),
    ...(greengrass
      ? [
          tryCores(api),
          tryDeployments(api),
          tryAll({ "iot:GetThingShadow": api.getCoreShadow(thingName, small) }),
        ]
      : []),
    ...(connectivity
      ? [
          tryAll({
            "iot:GetIndexingConfiguration": api.getIndexing(small),
            "iot:SearchIndex": api.searchThings(small),
          }),
        ]
      : []),
    tryAll({ "iot:DescribeThing": api.describeThing(thingName, small) }),
  ])
  return new Map([["iot:ListThings", things], ...found.flat()])
}

async function tryTypes(api: Api): Promise<[string, Tried][]> {
  const types = await tried(api.listThingTypes(small))
  const name = firstText(types, "thingTypes", "thingTypeName") ?? nobody.thing
  const arn = firstText(types, "thingTypes", "thingTypeArn")
  const more = await tryAll({
    "iot:DescribeThingType": api.describeThingType(name, small),
    // Without a type there is nothing that tags could be asked of
    ...(arn === null ? {} : { "iot:ListTagsForResource": api.listTags(arn, small) }),
  })
  return [["iot:ListThingTypes", types], ...more]
}

async function tryCores(api: Api): Promise<[string, Tried][]> {
  const cores = await tried(api.listCoreDevices(small))
  const name = firstText(cores, "coreDevices", "coreDeviceThingName") ?? nobody.thing
  const more = await tryAll({ "greengrass:ListInstalledComponents": api.listComponents(name, small) })
  return [["greengrass:ListCoreDevices", cores], ...more]
}

async function tryDeployments(api: Api): Promise<[string, Tried][]> {
  const deployments = await tried(api.listDeployments(small))
  const id = firstText(deployments, "deployments", "deploymentId") ?? nobody.deployment
  const more = await tryAll({ "greengrass:GetDeployment": api.getDeployment(id, small) })
  return [["greengrass:ListDeployments", deployments], ...more]
}

async function tryAll(calls: Record<string, Promise<AwsReply>>): Promise<[string, Tried][]> {
  return Promise.all(
    Object.entries(calls).map(async ([action, call]) => [action, await tried(call)] as [string, Tried]),
  )
}

async function tried(call: Promise<AwsReply>): Promise<Tried> {
  try {
    return { answer: await call, error: null }
  } catch (error) {
    if (error instanceof ProviderError) return { answer: null, error }
    throw error
  }
}

/** A text of a list's first entry; null where there is none. */
export function firstText({ answer }: Tried, list: string, key: string): string | null {
  const [first] = answer === null ? [] : itemsIn(answer.json, list)
  const text = isObject(first) ? first[key] : null
  return typeof text === "string" && text !== "" ? text : null
}
