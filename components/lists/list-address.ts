import { idFrom, knownValue } from "@/components/address/known-value"
import type { ListId } from "@/lib/domain/list-id"
import type { ListFilter, ListPlace } from "@/lib/queries/lists"

/** What the address of the page of lists says. Empty means not given. */
export type ListAddress = {
  list: ListId
  /** The integration whose list it is, where several publish it. */
  source: string
  search: string
  /** Cursors of the pages gone through, the current one last. */
  pages: string[]
  /** What is looked up. */
  country: string
  code: string
  treatment: string
}

export const pageSize = 50
export const listNames: Record<ListId, string> = {
  "ineligible-items": "Ineligible items",
  "iso-codes": "ISO codes",
}

/** A list as somebody asked for it; one that is not known is the first. */
export const listFrom = (wanted: string | null): ListId => knownValue(listNames, wanted) ?? "ineligible-items"

/** Reads the page's address; a value that cannot be right counts as not given. */
export function readAddress(query: URLSearchParams): ListAddress {
  const text = (name: string, longest: number) => {
    const value = query.get(name)?.trim() ?? ""
    return value.length > longest ? "" : value
  }
  return {
    list: listFrom(query.get("list")),
    source: idFrom(query.get("source")),
    search: text("search", 200),
    pages: query.getAll("page").filter((cursor) => cursor.length <= 1000),
    country: text("country", 10),
    code: text("code", 40),
    treatment: text("treatment", 200),
  }
}

/** Writes it back, leaving out what is as usual. */
export function writeAddress({ list, pages, ...texts }: ListAddress): string {
  const query = new URLSearchParams()
  if (list !== "ineligible-items") query.set("list", list)
  for (const [name, value] of Object.entries(texts)) if (value.trim() !== "") query.set(name, value.trim())
  for (const page of pages) query.append("page", page)
  return query.size === 0 ? "/ineligible-items" : `/ineligible-items?${query}`
}

export const placeOf = ({ list, source }: Pick<ListAddress, "list" | "source">): ListPlace => ({
  list,
  ...(source !== "" && { integrationId: source }),
})

/** The address as the list is asked for. */
export function filterOf(address: ListAddress): ListFilter {
  const cursor = address.pages.at(-1)
  return {
    ...placeOf(address),
    limit: pageSize,
    ...(address.search !== "" && { search: address.search }),
    ...(cursor !== undefined && { cursor }),
  }
}

/** The lookup that the address asks for; null when it asks for none. */
export function lookupOf(address: ListAddress): ListFilter | null {
  const { country, code, treatment } = address
  if (country === "" || code === "") return null
  return {
    ...placeOf(address),
    limit: 200,
    country,
    commodity_code: code,
    ...(treatment !== "" && { type_of_treatment: treatment }),
  }
}

/** Where the versions of a list are. */
export function versionsPath({ list, integrationId }: ListPlace): string {
  const query = new URLSearchParams()
  if (list !== "ineligible-items") query.set("list", list)
  if (integrationId !== undefined) query.set("source", integrationId)
  return `/ineligible-items/versions${query.size === 0 ? "" : `?${query}`}`
}

export const versionPath = (id: string): string => `/ineligible-items/versions/${id}`
