import { z } from "zod"
import { deviceType } from "@/lib/domain/device"
import { type DeviceSort, deviceSort } from "@/lib/domain/device-query"
import type { DeviceFilter } from "@/lib/queries/devices"

/**
 * What the address of the devices page says. `pages` holds the cursors of the pages gone through, the current one last, so
 * that "Previous" works from any address; a value that cannot be right counts as not given.
 */
const address = z.object({
  search: z.string().trim().max(200).catch(""),
  type: deviceType.or(z.literal("")).catch(""),
  source: z.uuid().or(z.literal("")).catch(""),
  status: z.enum(["active", "retired", "all"]).catch("active"),
  sort: deviceSort.catch("name"),
  /** A past time, ISO 8601 in UTC; empty means now. */
  asOf: z.iso.datetime().or(z.literal("")).catch(""),
  pages: z.array(z.string().max(1000)).catch([]),
})
export type DeviceAddress = z.infer<typeof address>

export const pageSize = 50

/** Reads the page's address. */
export function readAddress(query: URLSearchParams): DeviceAddress {
  const text = (name: string) => query.get(name) ?? ""
  return address.parse({
    search: text("search"),
    type: text("type"),
    source: text("source"),
    status: query.get("status") ?? "active",
    sort: query.get("sort") ?? "name",
    asOf: text("asOf"),
    pages: query.getAll("page"),
  })
}

/** Writes it back, leaving out what is as usual. */
export function writeAddress({ search, type, source, status, sort, asOf, pages }: DeviceAddress): string {
  const query = new URLSearchParams()
  if (search.trim() !== "") query.set("search", search.trim())
  if (type !== "") query.set("type", type)
  if (source !== "") query.set("source", source)
  if (status !== "active") query.set("status", status)
  if (sort !== "name") query.set("sort", sort)
  if (asOf !== "") query.set("asOf", asOf)
  for (const page of pages) query.append("page", page)
  const text = query.toString()
  return text === "" ? "/devices" : `/devices?${text}`
}

/** The address as the list of devices is asked for. */
export function filterOf({ search, type, source, status, sort, asOf, pages }: DeviceAddress): DeviceFilter {
  const cursor = pages.at(-1)
  return {
    limit: pageSize,
    sort,
    ...(search !== "" && { search }),
    ...(type !== "" && { type }),
    ...(source !== "" && { integrationId: source }),
    ...(status === "retired" && { status }),
    ...(status === "all" && { includeRetired: true }),
    ...(asOf !== "" && { asOf }),
    ...(cursor !== undefined && { cursor }),
  }
}

export const isFiltered = ({ search, type, source, status }: DeviceAddress): boolean =>
  search !== "" || type !== "" || source !== "" || status !== "active"

/** Sorting by a column again turns it round. */
export function sortBy(column: DeviceSort, current: DeviceSort): DeviceSort {
  return current === column ? deviceSort.parse(`-${column}`) : column
}
