import type { Json } from "@/lib/domain/json"
import type { ListConfig } from "@/lib/providers/rest-mdm/config/config"
import { credentialsIn } from "@/lib/providers/rest-mdm/config/expand"
import type { Place } from "./place"

/** What to ask for at a place of a list. `address`: the service's own, instead of path and query. */
export type Turn = { query: [string, string][]; body: Json | undefined; address: string | null }

export function turnOf(list: ListConfig, { at }: Place): Turn {
  const { pagination } = list
  if (at !== null && (pagination.style === "next_url" || pagination.style === "link_header"))
    return { query: secretPairs(list), body: bodyWith(list, []), address: String(at) }
  const params = paramsOf(list, at)
  const inBody = pagination.in === "body"
  return {
    query: [
      ...queryPairs(list.query),
      ...(inBody ? [] : params.map(([name, value]) => [name, String(value)] as [string, string])),
    ],
    body: bodyWith(list, inBody ? params : []),
    address: null,
  }
}

function paramsOf({ pagination }: ListConfig, at: Place["at"]): [string, string | number][] {
  const { size_param, size } = pagination
  const params: [string, string | number][] = []
  if (pagination.style === "page" || pagination.style === "offset")
    params.push([pagination.param, at ?? pagination.start])
  if ((pagination.style === "last_id" || pagination.style === "body_cursor") && at !== null)
    params.push([pagination.param, at])
  if (size_param !== undefined && size !== undefined) params.push([size_param, size])
  return params
}

/** The parameters of a list that hold a credential. They are no part of an address that is kept. */
export const secretPairs = ({ query }: ListConfig): [string, string][] =>
  queryPairs(query).filter(([, value]) => credentialsIn(value).size > 0)

/** `{ status: "a", section: ["X", "Y"] }` as pairs; a list repeats its name, null leaves it out. */
export function queryPairs(query: ListConfig["query"]): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one): [string, string][] =>
      one === null ? [] : [[name, String(one)]],
    ),
  )
}

/** `options.page` goes into `{ options: { page } }`. */
function bodyWith({ method, body }: ListConfig, params: [string, string | number][]): Json | undefined {
  if (method === "GET") return undefined
  let filled: Json = body ?? {}
  for (const [name, value] of params) filled = setIn(filled, name.split("."), value)
  return filled
}

function setIn(value: Json, [key = "", ...deeper]: string[], put: Json): Json {
  const object = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}
  return { ...object, [key]: deeper.length === 0 ? put : setIn(object[key] ?? {}, deeper, put) }
}
