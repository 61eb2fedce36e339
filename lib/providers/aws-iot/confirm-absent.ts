import { ProviderError } from "@/lib/domain/provider-error"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Presence } from "@/lib/domain/session"
import type { Api } from "./api"
import { saysAbsent } from "./explain"
import { isObject } from "./list-parts"
import { mapAtOnce } from "./map-at-once"

const atOnce = 8

/** Whether AWS, asked for each of these ids, says that it exists. One that it does not answer for is neither here nor there. */
export async function confirmAbsent(api: Api, stream: StreamId, ids: string[]): Promise<Presence> {
  const said = await mapAtOnce(ids, atOnce, (id) => presenceOf(api, stream, id))
  const those = (wanted: string) => ids.filter((_, at) => said[at] === wanted)
  return { gone: those("gone"), there: those("there") }
}

async function presenceOf(api: Api, stream: StreamId, id: string): Promise<"there" | "gone" | "unknown"> {
  try {
    if (stream === "edge-device-models") return await hasDeployments(api, id)
    await (stream === "devices" ? api.describeThing(id) : api.describeThingType(id))
    return "there"
  } catch (error) {
    if (saysAbsent(error)) return "gone"
    // No answer is no proof; a second complete read decides
    if (error instanceof ProviderError) return "unknown"
    throw error
  }
}

async function hasDeployments(api: Api, targetArn: string) {
  const { json } = await api.listDeployments({ targetArn })
  if (!isObject(json) || !Array.isArray(json.deployments)) return "unknown"
  return json.deployments.length === 0 ? "gone" : "there"
}
