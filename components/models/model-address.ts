import { idFrom, knownValue } from "@/components/address/known-value"
import { searchFrom } from "@/components/address/search-from"
import { kindNames } from "@/components/devices/device-wording"
import type { DeviceKind } from "@/lib/domain/device"
import type { ModelFilter } from "@/lib/queries/device-models"

/** What the address of the models page says. Empty means every one. */
export type ModelAddress = {
  search: string
  kind: DeviceKind | ""
  source: string
  status: "active" | "all"
  /** Cursors of the pages gone through, the current one last. */
  pages: string[]
}

export const pageSize = 50
export const statusFilters = { active: "Known", all: "Also removed" }
export const noFilter = { search: "", kind: "", source: "", status: "active" } as const

/** Reads the page's address; a value that cannot be right counts as not given. */
export const readAddress = (query: URLSearchParams): ModelAddress => ({
  search: searchFrom(query.get("search")),
  kind: knownValue(kindNames, query.get("kind")) ?? "",
  source: idFrom(query.get("source")),
  status: knownValue(statusFilters, query.get("status")) ?? "active",
  pages: query.getAll("page").filter((cursor) => cursor.length <= 1000),
})

/** Writes it back, leaving out what is as usual. */
export function writeAddress({ search, kind, source, status, pages }: ModelAddress): string {
  const query = new URLSearchParams()
  if (search.trim() !== "") query.set("search", search.trim())
  if (kind !== "") query.set("kind", kind)
  if (source !== "") query.set("source", source)
  if (status !== "active") query.set("status", status)
  for (const page of pages) query.append("page", page)
  return query.size === 0 ? "/models" : `/models?${query}`
}

/** The address as the list of models is asked for. */
export function filterOf({ search, kind, source, status, pages }: ModelAddress): ModelFilter {
  const cursor = pages.at(-1)
  return {
    limit: pageSize,
    ...(search !== "" && { search }),
    ...(kind !== "" && { kind }),
    ...(source !== "" && { integrationId: source }),
    ...(status === "all" && { includeRetired: true }),
    ...(cursor !== undefined && { cursor }),
  }
}

export const isFiltered = ({ search, kind, source, status }: ModelAddress): boolean =>
  search !== "" || kind !== "" || source !== "" || status !== "active"
