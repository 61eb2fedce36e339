import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Api } from "./api"
import { listAll, listOrNone } from "./list-parts"
import { mapAtOnce } from "./map-at-once"
import { tag, thingType } from "./shapes"

/** A tag list costs a call for each thing type, so each is asked for once a session. */
export type Tags = ReturnType<typeof openTags>

/** The tags of thing types, each as AWS sends it. */
export function openTags(api: Api) {
  const known = new Map<string, Promise<Json[]>>()

  function of(arn: string): Promise<Json[]> {
    const asked = known.get(arn) ?? ask(api, arn)
    known.set(arn, asked)
    asked.catch(() => known.delete(arn)) // asked again next time
    return asked
  }

  return {
    /** Tags of many types, in the order of the items; none for an item that is no type. */
    ofAll: (types: Json[]): Promise<Json[][]> =>
      mapAtOnce(types, 4, async (item) => {
        const arn = thingType.safeParse(item).data?.thingTypeArn ?? null
        return arn === null ? [] : of(arn)
      }),
  }
}

async function ask(api: Api, arn: string): Promise<Json[]> {
  try {
    return (await listAll("tags", (token) => api.listTags(arn, { token }))).items
  } catch (error) {
    // Deleted meanwhile, or a server that keeps no tags
    if (error instanceof ProviderError && error.code === "not_found") return []
    throw error
  }
}

/** Whether tags say that things of a type are edge devices: `iotEdge`, in any case, with a true value. */
export function sayEdge(tags: Json[]): boolean {
  return tags.some((item) => {
    const { Key, Value } = tag.safeParse(item).data ?? {}
    return Key?.toLowerCase() === "iotedge" && Value?.trim().toLowerCase() === "true"
  })
}

/** Names of all thing types that are tagged as edge. */
export async function listEdgeTypes(api: Api, tags: Tags): Promise<Set<string>> {
  const { items } = await listOrNone(() => listAll("thingTypes", (token) => api.listThingTypes({ token })))
  const tagged = await tags.ofAll(items)
  const names = items.flatMap((item, at) =>
    sayEdge(tagged[at] ?? []) ? (thingType.safeParse(item).data?.thingTypeName ?? []) : [],
  )
  return new Set(names)
}
