import { z } from "zod"
import { cutPage, decodeCursor } from "@/lib/cursor"
import type { Actor } from "@/lib/domain/account"
import type { ListItem } from "@/lib/domain/list-definition"
import type { ListId } from "@/lib/domain/list-id"
import { RequestError } from "@/lib/domain/problem"
import type { Providers } from "@/lib/domain/provider"
import type { ListItemsQuery, ListPage, ServedList } from "@/lib/domain/published-list"
import { listCache } from "./cache/list-cache"
import { ListUnavailable, type LoadedList } from "./cache/load-list"
import { confirmedAt } from "./confirmed-at"
import { findPublisher, type ListPublisher } from "./find-publisher"
import { lookUp } from "./look-up"

const cursorKey = z.tuple([z.number().int().min(0)])

/**
 * An account's list, from memory: filtered and one page at a time. With a country and a commodity code it says whether that is
 * banned and by which rule (S1-READ), and the entries are the rules about it. Throws 404 for an integration that does not
 * publish the list, 422 for a lookup in a list that has no rules, and 503 when what is published cannot be read, or when there
 * is nothing to look something up in, be it that nothing is published or that what is published is empty: no answer is not
 * "not banned".
 */
export async function getList(
  actor: Actor,
  { list, query, providers }: { list: ListId; query: ListItemsQuery; providers: Providers },
): Promise<ListPage> {
  const publisher = await findPublisher(actor, list, query.integrationId)
  if (publisher === null) {
    if (query.integrationId !== undefined)
      throw new RequestError(404, "No integration with this id publishes this list in your account.")
    return nothing(query)
  }
  const loaded = await read(publisher.id, providers)
  if (loaded === null) return nothing(query)
  const served = await servedOf(publisher, loaded)
  const { country, commodity_code: commodityCode, type_of_treatment: treatment = null } = query
  if (country === undefined || commodityCode === undefined || loaded.rules === null) {
    if (loaded.rules === null && (country !== undefined || commodityCode !== undefined))
      throw new RequestError(422, `${loaded.definition.name} are no rules, so nothing is looked up in them.`)
    return { ...pageOf(filtered(loaded, query), query), served }
  }
  if (loaded.items.length === 0) throw inconclusive("The published list is empty.")
  const { matched, banned, rule, reason } = lookUp(loaded.rules, { country, commodityCode, treatment })
  return { ...pageOf(matched, query), banned, rule, reason, served }
}

async function read(integrationId: string, providers: Providers): Promise<LoadedList | null> {
  try {
    return await listCache().read(integrationId, providers)
  } catch (error) {
    if (error instanceof ListUnavailable) throw new RequestError(503, error.message, {}, { cause: error })
    throw error
  }
}

function nothing({ country, commodity_code }: ListItemsQuery): ListPage {
  if (country === undefined || commodity_code === undefined)
    return { items: [], nextCursor: null, total: 0, served: null }
  throw inconclusive("Nothing is published yet.")
}

/** To whoever takes no answer for "not banned" it must look like a failure. */
const inconclusive = (why: string): RequestError =>
  new RequestError(
    503,
    `${why} Whether something is banned cannot be concluded from that. Publish a list with items first.`,
  )

function filtered(
  { items }: LoadedList,
  { country, commodity_code, type_of_treatment, search }: ListItemsQuery,
) {
  const wanted = search?.toLowerCase()
  const of = country?.toLowerCase()
  return items.filter(
    (item) =>
      (of === undefined || item.country_of_origin?.toLowerCase() === of) &&
      (commodity_code === undefined || item.commodity_code?.startsWith(commodity_code)) &&
      (type_of_treatment === undefined ||
        item.type_of_treatment?.toLowerCase() === type_of_treatment.toLowerCase()) &&
      (wanted === undefined ||
        Object.values(item).some((value) => value?.toLowerCase().includes(wanted) === true)),
  )
}

function pageOf(items: ListItem[], { limit, cursor }: ListItemsQuery) {
  const from = decodeCursor(cursor, cursorKey)?.[0] ?? 0
  const rows = items.slice(from, from + limit + 1)
  return { ...cutPage(rows, limit, () => [from + limit]), total: items.length }
}

const emptyNote = "The published list is empty: whether something is banned cannot be concluded from it."

async function servedOf({ id, name }: ListPublisher, loaded: LoadedList): Promise<ServedList> {
  const { definition, items, version, etag, sha256, loadedAt, source, note } = loaded
  return {
    list: definition.id,
    integrationId: id,
    integrationName: name,
    versionId: version?.id ?? null,
    version: version?.version ?? null,
    etag,
    sha256,
    items: items.length,
    publishedAt: version?.publishedAt.toISOString() ?? null,
    confirmedAt: version === null ? null : await confirmedAt(version.id),
    loadedAt: loadedAt.toISOString(),
    source,
    note: items.length === 0 ? `${note === null ? "" : `${note} `}${emptyNote}` : note,
  }
}
