import type { Json } from "@/lib/domain/json"
import type { Page } from "@/lib/domain/session"
import type { Workstudio } from "./api"
import { circuitsMapping } from "./map-circuits"

const sliceSize = 1000

/**
 * The circuits of every status, one reply a status, handed on in slices. The first slice of a status carries the reply, without
 * what WorkStudio tells of its own database. A cursor is the status to go on from. Ends normally only when all lists were read.
 */
export async function* readCircuits(
  workstudio: Workstudio,
  statuses: string[],
  cursor: string | null,
): AsyncGenerator<Page> {
  await workstudio.assertUp()
  const left = statuses.slice(Math.max(0, statuses.indexOf(cursor ?? "")))
  let expectedTotal = 0
  for (const [turn, status] of left.entries()) {
    const { table, retries, stripped } = await workstudio.getCircuits(status)
    const mapRows = circuitsMapping(table, status, workstudio.settings)
    const json: Json = {
      Protocol: "DATASET",
      Status: status,
      DataSet: { Heading: table.headings, Data: table.rows },
    }
    expectedTotal += table.rows.length
    for (let at = 0; at === 0 || at < table.rows.length; at += sliceSize) {
      const received = at === 0 ? { raw: JSON.stringify(json), json, retries, stripped } : laterSlice
      const isLast = at + sliceSize >= table.rows.length
      yield {
        ...mapRows(table.rows.slice(at, at + sliceSize)),
        ...received,
        cursor: isLast ? (left[turn + 1] ?? null) : status,
        expectedTotal,
      }
    }
  }
}

const laterSlice = { raw: "", retries: 0, stripped: 0 }
