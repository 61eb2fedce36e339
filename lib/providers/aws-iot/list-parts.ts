import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { AwsReply } from "./ask"

/** One part of a list, and where the next begins; `token` is null on the last. */
export type ListPart = AwsReply & { items: Json[]; token: string | null }

/** A million calls: an end, should a list never come to one. */
const mostParts = 1_000_000

/**
 * Reads a list of AWS part by part. Only a missing token ends it: a part may be short, or empty. Throws `bad_response` for a
 * list that does not advance, and for a reply that holds no such list.
 */
export async function* listParts(
  key: string,
  ask: (token: string | null) => Promise<AwsReply>,
  from: string | null = null,
): AsyncGenerator<ListPart> {
  let token = from
  for (let parts = 0; parts < mostParts; parts++) {
    const reply = await ask(token)
    const part = { ...reply, items: itemsIn(reply.json, key), token: tokenIn(reply.json) }
    if (part.token !== null && part.token === token)
      throw bad(`AWS sent the same part of the list of ${key} again instead of the next one.`)
    yield part
    if (part.token === null) return
    token = part.token
  }
  throw bad(`The list of ${key} has no end: ${mostParts.toLocaleString("en")} parts were read.`)
}

/** A whole list, for those that are short. */
export async function listAll(
  key: string,
  ask: (token: string | null) => Promise<AwsReply>,
): Promise<{ items: Json[] }> {
  const items: Json[] = []
  for await (const part of listParts(key, ask)) items.push(...part.items)
  return { items }
}

/** A region, or a server of somebody else's, may be without a service: then there is nothing on its lists. */
export async function listOrNone<T extends { items: Json[] }>(
  list: () => Promise<T>,
): Promise<T | { items: Json[] }> {
  try {
    return await list()
  } catch (error) {
    if (error instanceof ProviderError && error.code === "not_found") return { items: [] }
    throw error
  }
}

export function itemsIn(json: Json, key: string): Json[] {
  const list = isObject(json) ? json[key] : undefined
  if (Array.isArray(list)) return list
  if (list === null || (list === undefined && key !== "things" && isEmpty(json))) return []
  throw bad(`AWS's reply holds no list of ${key}; if an endpoint is set, check that it is that of AWS IoT.`)
}

/** Some servers leave an empty list out. That there are no things at all is not believed on so little. */
const isEmpty = (json: Json): boolean =>
  isObject(json) && Object.keys(json).every((key) => key === "nextToken")

function tokenIn(json: Json): string | null {
  const token = isObject(json) ? json.nextToken : null
  return typeof token === "string" && token !== "" ? token : null
}

export function isObject(json: Json | undefined): json is { [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json)
}

function bad(what: string): ProviderError {
  return new ProviderError({
    code: "bad_response",
    message: `${what} Nothing was removed. The next run tries again.`,
  })
}
