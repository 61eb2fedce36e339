import { idFrom, knownValue } from "@/components/address/known-value"
import { searchFrom } from "@/components/address/search-from"
import type { DeviceKind, DeviceType } from "@/lib/domain/device"
import type { DeviceSort } from "@/lib/domain/device-query"
import type { DeviceFilter } from "@/lib/queries/devices"
import { kindNames, typeNames } from "./device-wording"

/** What the address of the devices page says. Empty means every one. */
export type DeviceAddress = {
  search: string
  kind: DeviceKind | ""
  type: DeviceType | ""
  source: string
  status: "active" | "retired" | "all"
  sort: DeviceSort
  /** A past time, ISO 8601 in UTC; empty means now. */
  asOf: string
  /** Cursors of the pages gone through, the current one last, so that "Previous" works from any address. */
  pages: string[]
}

export const pageSize = 50

export const statusFilters = { active: "Active", retired: "Removed", all: "Both" }

/** What the list can be sorted by, each way round. */
const sorts: Record<DeviceSort, true> = {
  name: true,
  "-name": true,
  serialNumber: true,
  "-serialNumber": true,
  model: true,
  "-model": true,
  type: true,
  "-type": true,
  assignedTo: true,
  "-assignedTo": true,
  createdAt: true,
  "-createdAt": true,
  updatedAt: true,
  "-updatedAt": true,
}

export const sortFrom = (text: string | null): DeviceSort => knownValue(sorts, text) ?? "name"

/** Reads the page's address; a value that cannot be right counts as not given. */
export const readAddress = (query: URLSearchParams): DeviceAddress => ({
  search: searchFrom(query.get("search")),
  kind: knownValue(kindNames, query.get("kind")) ?? "",
  type: knownValue(typeNames, query.get("type")) ?? "",
  source: idFrom(query.get("source")),
  status: knownValue(statusFilters, query.get("status")) ?? "active",
  sort: sortFrom(query.get("sort")),
  asOf: timeFrom(query.get("asOf")),
  pages: query.getAll("page").filter((cursor) => cursor.length <= 1000),
})

/** Writes it back, leaving out what is as usual. */
export function writeAddress({ search, status, sort, pages, ...others }: DeviceAddress): string {
  const query = new URLSearchParams()
  if (search.trim() !== "") query.set("search", search.trim())
  for (const name of ["kind", "type", "source"] as const) {
    if (others[name] !== "") query.set(name, others[name])
  }
  if (status !== "active") query.set("status", status)
  if (sort !== "name") query.set("sort", sort)
  if (others.asOf !== "") query.set("asOf", others.asOf)
  for (const page of pages) query.append("page", page)
  return query.size === 0 ? "/devices" : `/devices?${query}`
}

/** The address as the list of devices is asked for. */
export function filterOf(address: DeviceAddress): DeviceFilter {
  const { search, kind, type, source, status, sort, asOf, pages } = address
  const cursor = pages.at(-1)
  return {
    limit: pageSize,
    sort,
    ...(search !== "" && { search }),
    ...(kind !== "" && { kind }),
    ...(type !== "" && { type }),
    ...(source !== "" && { integrationId: source }),
    ...(status === "retired" && { status }),
    ...(status === "all" && { includeRetired: true }),
    ...(asOf !== "" && { asOf }),
    ...(cursor !== undefined && { cursor }),
  }
}

/** The address once nothing is filtered away any more. */
export const noFilter = { search: "", kind: "", type: "", source: "", status: "active" } as const

export const isFiltered = ({ search, kind, type, source, status }: DeviceAddress): boolean =>
  search !== "" || kind !== "" || type !== "" || source !== "" || status !== "active"

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

const timeFrom = (text: string | null): string =>
  text !== null && moment.test(text) && !Number.isNaN(Date.parse(text)) ? text : ""
