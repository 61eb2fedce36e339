import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import { isSecretEntry } from "@/lib/domain/redact"
import type { Api } from "./api"
import { failsSpeechless } from "./explain"
import { listAll, listOrNone } from "./list-parts"
import { mapAtOnce } from "./map-at-once"
import { tag, thingType } from "./shapes"

/** A tag list costs a call for each thing type, so each is asked for once a session. */
export type Tags = ReturnType<typeof openTags>

/** The tags of thing types, each as AWS sends it; those that hold secrets are left out. */
export function openTags(api: Api) {
  const known = new Map<string, Promise<Json[]>>()
  let areKept: boolean | null = null

  function of(arn: string): Promise<Json[]> {
    const asked = known.get(arn) ?? ask(api, arn)
    known.set(arn, asked)
    asked.catch(() => known.delete(arn)) // asked again next time
    return asked
  }

  return {
    /**
     * Tags of many types, in the order of the items; none for an item that is no type. A server that fails without a word for
     * every type has not made tags: then no type has any.
     */
    async ofAll(types: Json[]): Promise<Json[][]> {
      const arns = types.map((item) => thingType.safeParse(item).data?.thingTypeArn ?? null)
      if (areKept === false) return arns.map(() => [])
      const asked = await mapAtOnce(arns, 4, async (arn) => (arn === null ? null : orSpeechless(of(arn))))
      const answers = asked.filter((answer) => answer !== null)
      const failed = answers.flatMap(({ fault }) => fault ?? [])
      areKept ??= answers.length === 0 ? null : failed.length < answers.length
      if (areKept !== false && failed[0] !== undefined) throw failed[0]
      return asked.map((answer) => answer?.tags ?? [])
    },
  }
}

type Answer = { tags: Json[]; fault: null } | { tags: null; fault: ProviderError }

async function orSpeechless(asked: Promise<Json[]>): Promise<Answer> {
  try {
    return { tags: await asked, fault: null }
  } catch (fault) {
    if (fault instanceof ProviderError && failsSpeechless(fault)) return { tags: null, fault }
    throw fault
  }
}

async function ask(api: Api, arn: string): Promise<Json[]> {
  try {
    const { items } = await listAll("tags", (token) => api.listTags(arn, { token }))
    return items.filter((item) => !holdsSecret(item))
  } catch (error) {
    // Deleted meanwhile, or a server that keeps no tags
    if (error instanceof ProviderError && error.code === "not_found") return []
    throw error
  }
}

function holdsSecret(item: Json): boolean {
  const { Key, Value } = tag.safeParse(item).data ?? {}
  return Key !== undefined && isSecretEntry(Key, Value ?? null)
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
