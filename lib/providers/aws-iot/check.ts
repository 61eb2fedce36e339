import { ProviderError } from "@/lib/domain/provider-error"
import type { Check } from "@/lib/domain/session"
import type { Api } from "./api"
import { failsSpeechless } from "./explain"
import { accountIn } from "./find-account"
import { connectivityIn } from "./surroundings"
import { type Abilities, firstText, tryAbilities } from "./try-abilities"

/** Without these a sync goes on, and does less. */
const dispensable: Record<string, string> = {
  "iot:DescribeThing":
    "a thing that is deleted in AWS then goes one sync later, and one that is made anew keeps its old values until its version has passed the old one",
  "iot:DescribeThingType": "a thing type that is deleted in AWS then goes one sync later",
}

/** What a server that is not Amazon's may not have made. */
const optional = new Set<string>([
  "iot:ListTagsForResource",
  "iot:GetIndexingConfiguration",
  "iot:SearchIndex",
])

/** Whether the credentials may do all that a sync does. Throws `forbidden` with the name of every permission that is missing. */
export async function checkAwsIot(api: Api): Promise<Check> {
  const abilities = await tryAbilities(api)
  const { missing, spared } = sortMissing(abilities)
  if (missing.length > 0) throw lacking([...missing, ...spared])
  assertNoOther(abilities)
  return {
    detail: detailOf(api, abilities),
    warnings: [
      ...spared.map((action) => `The credentials lack ${action}; ${dispensable[action]}.`),
      ...warningsOf(abilities),
    ],
    choices: {},
  }
}

function sortMissing(abilities: Abilities): { missing: string[]; spared: string[] } {
  const denied = [...abilities].flatMap(([action, { error }]) =>
    error?.code === "forbidden" ? [action] : [],
  )
  return {
    missing: denied.filter((action) => dispensable[action] === undefined),
    spared: denied.filter((action) => dispensable[action] !== undefined),
  }
}

const lacking = (actions: string[]): ProviderError =>
  new ProviderError({
    code: "forbidden",
    message: `AWS accepts the credentials, but they lack ${actions.join(", ")}. Add ${actions.length === 1 ? "it" : "them"} to the IAM policy; the whole policy that is needed stands beside the credentials.`,
  })

/** That there is nothing at a made-up name is an answer; an index that is not kept is a warning. */
function assertNoOther(abilities: Abilities): void {
  for (const [action, { error }] of abilities) {
    if (error === null || error.code === "forbidden" || error.code === "not_found") continue
    if (action === "iot:SearchIndex" && error.code === "misconfigured") continue
    if (optional.has(action) && failsSpeechless(error)) continue
    throw error
  }
}

function warningsOf(abilities: Abilities): string[] {
  const warnings: string[] = []
  if (abilities.get("greengrass:ListCoreDevices")?.error?.code === "not_found")
    warnings.push(
      "There is no Greengrass at this address, so there will be no core devices and no deployments.",
    )
  if (abilities.get("iot:ListTagsForResource")?.error)
    warnings.push("The server at this address keeps no tags of thing types, so none tells edge devices.")
  const indexing = abilities.get("iot:GetIndexingConfiguration")
  const keeps = indexing === undefined || (indexing.answer !== null && connectivityIn(indexing.answer.json))
  if (!keeps || abilities.get("iot:SearchIndex")?.error)
    warnings.push(
      "Fleet indexing does not follow connections in this account, so no connection state will be shown. Switch it on in AWS IoT under Settings, if it is wanted.",
    )
  return warnings
}

function detailOf(api: Api, abilities: Abilities): string {
  const things = abilities.get("iot:ListThings")
  const account = accountIn(things === undefined ? null : firstText(things, "things", "thingArn"))
  const { region, endpoint, greengrass } = api.settings
  const where = endpoint === null ? "" : ` at ${new URL(endpoint).host}`
  const what = greengrass ? "Things, thing types, core devices and deployments" : "Things and thing types"
  return `Connected to AWS IoT in ${region}${where}${account === null ? "" : `, account ${account}`}. ${what} can be read.`
}
