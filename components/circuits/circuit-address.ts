import { idFrom, knownValue } from "@/components/address/known-value"
import { searchFrom } from "@/components/address/search-from"
import type { CircuitSort } from "@/lib/domain/circuit-query"
import type { WorkflowStage } from "@/lib/domain/circuit-view"
import type { CircuitFilter } from "@/lib/queries/circuits"
import { stageNames } from "./circuit-wording"

/** What the address of the circuits page says; empty means every one. */
export type CircuitAddress = {
  search: string
  status: string
  region: string
  /** A user's id, or `none`. */
  planner: string
  stage: WorkflowStage | ""
  pinned: "" | "yes"
  hidden: "" | "yes"
  sort: CircuitSort
  /** Cursors of the pages gone through, the current one last. */
  pages: string[]
}

/** What the list can be sorted by, each way round. */
const sorts: Record<CircuitSort, true> = {
  workOrder: true,
  "-workOrder": true,
  title: true,
  "-title": true,
  region: true,
  "-region": true,
  percentComplete: true,
  "-percentComplete": true,
  updatedAt: true,
  "-updatedAt": true,
}

/** A sort as somebody asked for it; one that is not known is the usual one. */
export const sortFrom = (wanted: string | null): CircuitSort => knownValue(sorts, wanted) ?? "workOrder"

export const pageSize = 50
const texts = ["search", "status", "region", "planner", "stage", "pinned", "hidden"] as const

/** A value that cannot be right counts as not given. */
export function readAddress(query: URLSearchParams): CircuitAddress {
  const text = (name: string, longest: number) => {
    const value = query.get(name)?.replaceAll("\0", "").trim() ?? ""
    return value.length > longest ? "" : value.toWellFormed()
  }
  const planner = query.get("planner")
  return {
    search: searchFrom(query.get("search")),
    status: text("status", 32),
    region: text("region", 256),
    planner: planner === "none" ? "none" : idFrom(planner),
    stage: knownValue(stageNames, query.get("stage")) ?? "",
    pinned: query.get("pinned") === "yes" ? "yes" : "",
    hidden: query.get("hidden") === "yes" ? "yes" : "",
    sort: sortFrom(query.get("sort")),
    pages: query.getAll("page").filter((cursor) => cursor.length <= 1000),
  }
}

/** Writes it back, leaving out what is as usual. */
export function writeAddress(address: CircuitAddress): string {
  const query = new URLSearchParams()
  for (const name of texts) if (address[name].trim() !== "") query.set(name, address[name].trim())
  if (address.sort !== "workOrder") query.set("sort", address.sort)
  for (const page of address.pages) query.append("page", page)
  const text = query.toString()
  return text === "" ? "/circuits" : `/circuits?${text}`
}

/** The address as the list of circuits is asked for. */
export function filterOf(address: CircuitAddress) {
  const { search, status, region, planner, stage, pinned, hidden, sort, pages } = address
  const cursor = pages.at(-1)
  return {
    limit: pageSize,
    sort,
    ...(search !== "" && { search }),
    ...(status !== "" && { status }),
    ...(region !== "" && { region }),
    ...(planner !== "" && { planner }),
    ...(stage !== "" && { stage }),
    ...(pinned !== "" && { pinned: true }),
    ...(hidden !== "" && { includeHidden: true }),
    ...(cursor !== undefined && { cursor }),
  } satisfies CircuitFilter
}

export const noFilter = {
  search: "",
  status: "",
  region: "",
  planner: "",
  stage: "",
  pinned: "",
  hidden: "",
} as const
export const isFiltered = (address: CircuitAddress): boolean => texts.some((name) => address[name] !== "")
