import { z } from "zod"
import { circuitSort } from "@/lib/domain/circuit-query"
import { workflowStage } from "@/lib/domain/circuit-view"
import type { CircuitFilter } from "@/lib/queries/circuits"

/** What the address of the circuits page says; a value that cannot be right counts as not given. */
const address = z.object({
  search: z.string().trim().max(200).catch(""),
  status: z.string().max(32).catch(""),
  region: z.string().max(256).catch(""),
  planner: z
    .uuid()
    .or(z.enum(["", "none"]))
    .catch(""),
  stage: workflowStage.or(z.literal("")).catch(""),
  hidden: z.enum(["", "yes"]).catch(""),
  sort: circuitSort.catch("workOrder"),
  /** Cursors of the pages gone through, the current one last. */
  pages: z.array(z.string().max(1000)).catch([]),
})
export type CircuitAddress = z.infer<typeof address>

export const pageSize = 50
const texts = ["search", "status", "region", "planner", "stage", "hidden"] as const

export function readAddress(query: URLSearchParams): CircuitAddress {
  return address.parse({
    ...Object.fromEntries(texts.map((name) => [name, query.get(name) ?? ""])),
    sort: query.get("sort") ?? "workOrder",
    pages: query.getAll("page"),
  })
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
export function filterOf({ search, status, region, planner, stage, hidden, sort, pages }: CircuitAddress) {
  const cursor = pages.at(-1)
  return {
    limit: pageSize,
    sort,
    ...(search !== "" && { search }),
    ...(status !== "" && { status }),
    ...(region !== "" && { region }),
    ...(planner !== "" && { planner }),
    ...(stage !== "" && { stage }),
    ...(hidden !== "" && { includeHidden: true }),
    ...(cursor !== undefined && { cursor }),
  } satisfies CircuitFilter
}

export const noFilter = { search: "", status: "", region: "", planner: "", stage: "", hidden: "" } as const
export const isFiltered = (address: CircuitAddress): boolean => texts.some((name) => address[name] !== "")
