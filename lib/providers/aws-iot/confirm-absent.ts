import { ProviderError } from "@/lib/domain/provider-error"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Api } from "./api"
import { saysAbsent } from "./explain"
import { itemsIn } from "./list-parts"
import { mapAtOnce } from "./map-at-once"

const atOnce = 8

/** Of these ids, those that AWS, asked for each, says do not exist. One that it does not answer for is not among them. */
export async function confirmAbsent(api: Api, stream: StreamId, ids: string[]): Promise<string[]> {
  const absent = await mapAtOnce(ids, atOnce, (id) => isAbsent(api, stream, id))
  return ids.filter((_, at) => absent[at])
}

async function isAbsent(api: Api, stream: StreamId, id: string): Promise<boolean> {
  try {
    if (stream === "edge-device-models") {
      const { json } = await api.listDeployments({ targetArn: id })
      return itemsIn(json, "deployments").length === 0
    }
    await (stream === "devices" ? api.describeThing(id) : api.describeThingType(id))
    return false
  } catch (error) {
    if (saysAbsent(error)) return true
    // No answer is no proof; a second complete read decides
    if (error instanceof ProviderError) return false
    throw error
  }
}
