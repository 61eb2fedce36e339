import type { Json } from "@/lib/domain/json"
import type { Page } from "@/lib/domain/session"
import { columnsOf, neededHeadings } from "./columns"
import { mapCircuit } from "./map-circuit"
import { assertHeadings, openRows, type Table } from "./table"

type Settings = { columns: Record<string, string> }
type Mapped = Pick<Page, "records" | "rejects" | "skipped">

/** How rows of one status list become records. Throws ProviderError for a view that lacks a column that is needed. */
export function circuitsMapping(table: Table, status: string, settings: Settings): (rows: Json[]) => Mapped {
  const columns = columnsOf(settings)
  assertHeadings(table, neededHeadings(settings), "The circuits view")
  const read = openRows(table, "The circuits view")
  const mapping = { columns, headings: table.headings, status }
  return (rows) => {
    const mapped: Mapped = { records: [], rejects: [], skipped: 0 }
    for (const row of rows) {
      const cells = read(row)
      const outcome = "reason" in cells ? cells : mapCircuit(cells, mapping)
      if ("reason" in outcome) mapped.rejects.push(outcome)
      else mapped.records.push(outcome)
    }
    return mapped
  }
}
