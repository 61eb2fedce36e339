import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Reject } from "@/lib/domain/session"
import { propertyOf, protocolOf } from "./envelope"

/** The rows of a view. `headings` are unique: of several with one name the later ones have a number behind it. */
export type Table = { headings: string[]; rows: Json[] }

/** A row whose cells fit the headings. */
export type Row = { cell: (heading: string) => Json | undefined; cells: Json[] }

/** The table in a reply to GETVIEWDATA. Throws ProviderError where there is none: that is not the same as no rows. */
export function readTable(json: Json, host: string): Table {
  const table = tableIn(json)
  if (table === null) throw noTable(json, host)
  return table
}

/** What is wrong with a reply that has no table in it; null for one that has. */
export const tableMissing = (json: Json, host: string): ProviderError | null =>
  tableIn(json) === null ? noTable(json, host) : null

function tableIn(json: Json): Table | null {
  const dataSet = propertyOf(json, "DataSet")
  const headings = propertyOf(dataSet, "Heading")
  const rows = propertyOf(dataSet, "Data")
  if (!Array.isArray(headings) || !(rows === null || Array.isArray(rows))) return null
  return { headings: unique(headings.map((heading) => String(heading).trim())), rows: rows ?? [] }
}

/**
 * Throws ProviderError that names the headings which a view lacks, for without them no row can be read. A list with neither
 * headings nor rows is an empty one. `otherwise` says what can be done other than to add them.
 */
export function assertHeadings(
  table: Table,
  wanted: string[],
  view: string,
  otherwise = "choose another view, or name the column that it has instead",
): void {
  if (table.headings.length === 0 && table.rows.length === 0) return
  const there = new Set(table.headings.map((heading) => heading.toUpperCase()))
  const missing = wanted.filter((heading) => !there.has(heading.toUpperCase()))
  if (missing.length === 0) return
  throw new ProviderError({
    code: "misconfigured",
    message: `${view} of WorkStudio has no column ${missing.join(", ")}. Add ${missing.length === 1 ? "it" : "them"} to the view in WorkStudio, ${otherwise}.`,
  })
}

/** Reads rows by heading. A row with more or fewer cells than headings is a Reject, for its cells cannot be told apart. */
export function openRows({ headings }: Table, view: string): (row: Json) => Row | Reject {
  const at = new Map<string, number>()
  for (const [index, heading] of headings.entries()) at.set(heading.toUpperCase(), index)
  return (row) => {
    if (!Array.isArray(row)) return badRow(`${view} holds something that is no row.`, [])
    if (row.length !== headings.length)
      return badRow(
        `A row of ${view.toLowerCase()} has ${row.length} cells and ${headings.length} headings, so it cannot be read.`,
        row,
      )
    return {
      cells: row,
      cell: (heading) => {
        const index = at.get(heading.toUpperCase())
        return index === undefined ? undefined : row[index]
      },
    }
  }
}

function badRow(message: string, row: Json[]): Reject {
  // Only how long it is: cells that may have moved can be anything, personal notes too
  return { reason: "invalid", externalId: null, path: null, message, sample: { cells: row.length } }
}

function unique(headings: string[]): string[] {
  const seen = new Map<string, number>()
  return headings.map((heading) => {
    const key = heading.toUpperCase()
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 ? heading : `${heading}_${times}`
  })
}

function noTable(json: Json, host: string): ProviderError {
  const protocol = protocolOf(json)
  return new ProviderError({
    code: "bad_response",
    message: `WorkStudio at ${host} answered without headings and rows${protocol === "" ? "" : ` (${protocol.slice(0, 40)})`}. Check the view's GUID and the filter name.`,
  })
}
