import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Patience } from "@/lib/http/patience"
import type { ListConfig } from "./config/config"
import type { Api, ApiReply } from "./open-api"
import type { Place } from "./paging/place"
import { secretPairs, turnOf } from "./paging/turn-of"
import { type Said, whatReplySays } from "./paging/what-reply-says"
import { withoutParameters } from "./paging/without-parameters"
import { holds } from "./path/condition"
import { readItems, readPath } from "./path/read-path"

/** A page of a list as it came. `next`, where the service gives an address, is already a path on its own host. */
export type ListPage = { items: Json[]; said: Said; reply: ApiReply }

/** Asks for one page. Throws a ProviderError; `bad_response` when there is no list where one should be. */
export async function readPage(
  api: Api,
  list: ListConfig,
  place: Place,
  patience?: Patience,
): Promise<ListPage> {
  const { line, config } = api
  const { query, body, address } = turnOf(list, place)
  const paths = address === null ? list.path : [line.origin + address]
  const reply = await api.ask({ method: list.method, paths, query, body }, patience)
  const reading = { json: reply.json, header: reply.header, ignoreCase: config.case_insensitive }
  const told = whatReplySays(list.pagination, reading)
  const items = readItems(reply.json, list.items, config.case_insensitive)
  if (told.ended) return { items: items ?? [], said: told, reply }
  if (list.success_when !== null && !holds(reply.json, list.success_when, config.case_insensitive))
    api.refuse(reply)
  const said = { ...told, next: ownNext(api, list, { next: told.next, askedAt: paths[0] ?? "/" }) }
  if (items !== null) return { items, said, reply }
  if (isEmptyList(reply.json, list, config.case_insensitive)) return { items: [], said, reply }
  throw new ProviderError({ code: "bad_response", message: noList(list.items, reply.json, line.host) })
}

/** Go and some others write an empty list as null, or leave it out of an object that is otherwise as expected. */
function isEmptyList(json: Json, { items, pagination }: ListConfig, ignoreCase: boolean): boolean {
  if (json === null) return true
  if (typeof json !== "object" || Array.isArray(json)) return false
  const keys = items.flatMap((path) => /^\$?\.?([\w-]+)$/.exec(path)?.[1] ?? [])
  const isThere = keys.some((key) => Object.hasOwn(json, key) && json[key] === null)
  return isThere || (pagination.total !== undefined && readPath(json, pagination.total, ignoreCase) === 0)
}

type Following = { next: string | null; askedAt: string }

function ownNext(api: Api, list: ListConfig, { next, askedAt }: Following): string | null {
  const { pagination } = list
  const isAddress = pagination.style === "next_url" || pagination.style === "link_header"
  if (!isAddress || next === null) return next
  // A service may repeat the key that it was sent: every call brings it anyway, and a place is stored
  return withoutParameters(api.line.ownPath(next, askedAt), namesOfSecrets(api, list))
}

function namesOfSecrets({ config }: Api, list: ListConfig): Set<string> {
  const proofs = config.auth.flatMap((part) => (part.type === "query" ? Object.keys(part.params) : []))
  return new Set([...proofs, ...secretPairs(list).map(([name]) => name)])
}

function noList([path = "$"]: string[], json: Json, host: string): string {
  const lists = listsIn(json, "$", 0).slice(0, 5)
  const found = lists.length === 0 ? "It holds no list at all." : `Lists in it: ${lists.join(", ")}.`
  return `There is no list of devices at ${path} in what ${host} sent. ${found} Correct the items path.`
}

/** Where lists stand in a reply, for the one who has to say where the devices are. */
function listsIn(json: Json, path: string, depth: number): string[] {
  if (Array.isArray(json)) return [`${path} (${json.length} long)`]
  if (typeof json !== "object" || json === null || depth > 3) return []
  return Object.entries(json)
    .slice(0, 50)
    .flatMap(([key, entry]) =>
      listsIn(entry, `${path}${/^[\w-]+$/.test(key) ? `.${key}` : `['${key}']`}`, depth + 1),
    )
}
