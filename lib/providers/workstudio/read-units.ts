import { z } from "zod"
import { type UnitTotals, unitTotals } from "@/lib/domain/circuit"
import type { Subject } from "@/lib/domain/errand"
import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Page, Reject, SourceRecord } from "@/lib/domain/session"
import type { Workstudio } from "./api"
import { unitColumns } from "./columns"
import { readText } from "./read-value"
import { sumUnits } from "./sum-units"
import { openRows, type Row } from "./table"
import { assertUnitHeadings, unitsView } from "./unit-headings"

/**
 * The planned units of work orders, added up: one call and one page a work order, whatever it was split into. The units
 * themselves hold personal notes and are never handed on; what is kept as the reply are the sums. A work order that cannot be
 * read is a reject and the others go on, unless none could be read or the server is gone. A cursor is the last one read.
 */
export async function* readUnits(
  workstudio: Workstudio,
  subjects: Subject[],
  cursor: string | null,
): AsyncGenerator<Page> {
  await workstudio.assertUp()
  const before = subjects.findIndex(({ key }) => key === cursor) + 1
  let read = before
  let silent = 0
  // Handed on when another one could be read, so that a run which fails for good asks for them again when it is tried anew
  const failed: Page[] = []
  for (const { key, logins } of subjects.slice(before)) {
    try {
      const page = await readWorkOrder(workstudio, key, logins)
      read += 1
      silent = 0
      yield* failed.splice(0)
      yield page
    } catch (error) {
      if (!(error instanceof ProviderError) || !failsAlone(error)) throw error
      failed.push({ ...emptyPage(key), rejects: [rejectWorkOrder(key, error)] })
      silent = error.code === "bad_response" ? 0 : silent + 1
      const isLast = before + failed.length === subjects.length
      if (silent === mostSilent || (read === 0 && (isLast || failed.length === mostFirst))) throw error
    }
  }
  yield* failed
  // A read of nothing is told as one page, so that it shows
  if (before === subjects.length) yield { ...emptyPage(""), cursor: null }
}

/** Work orders in a row without any answer, after which the server is taken for gone. */
const mostSilent = 3

/** Work orders that fail before any was read, after which it is about all of them: each took several tries and their waits. */
const mostFirst = 10

/** Whether it may be about the one work order alone. */
const failsAlone = ({ code }: ProviderError): boolean =>
  code === "bad_response" || code === "unreachable" || code === "timeout"

async function readWorkOrder(workstudio: Workstudio, workOrder: string, logins: string[]): Promise<Page> {
  const { table, retries, stripped } = await workstudio.getPlannedUnits(workOrder, logins)
  if (table.rows.length > 0) assertUnitHeadings(table)
  const readRow = openRows(table, unitsView)
  const rows: Row[] = []
  const rejects: Reject[] = []
  let skipped = 0
  for (const cells of table.rows) {
    const row = readRow(cells)
    if ("reason" in row) rejects.push({ ...row, message: `${row.message} (work order ${workOrder})` })
    else if (readText(row.cell(unitColumns.workOrder)) === workOrder) rows.push(row)
    else skipped += 1
  }
  // Whose row it was nobody knows: parts that get no sums now are unread, which is not the same as without units
  const [first] = rejects
  if (first !== undefined) rejects[0] = { ...first, externalId: workOrder }
  const totals: UnitTotals[] = []
  for (const sums of sumUnits(workOrder, rows, workstudio.settings.unitTable)) {
    const { success, error } = unitTotals.safeParse(sums)
    if (success) totals.push(sums)
    else rejects.push(rejectTotals(sums, String(error.issues[0]?.path[0] ?? "")))
  }
  const json: Json = { workOrder, totals }
  const records = totals.map(recordOf)
  return {
    ...emptyPage(workOrder),
    records,
    rejects,
    skipped,
    retries,
    stripped,
    json,
    raw: JSON.stringify(json),
  }
}

const stored = z.object({ totals: z.array(unitTotals) })

/** Stored sums as records again. */
export const recordsOfStored = (raw: string): SourceRecord[] =>
  stored.parse(JSON.parse(raw)).totals.map(recordOf)

const recordOf = (totals: UnitTotals): SourceRecord => ({
  externalId: idOf(totals.workOrder, totals.extension),
  sourceVersion: null,
  fields: totals,
  attributes: {},
  state: null,
})

const idOf = (workOrder: string, extension: string): string => `${workOrder}/${extension}`

const emptyPage = (cursor: string): Page => ({
  records: [],
  rejects: [],
  skipped: 0,
  stripped: 0,
  cursor,
  raw: "",
  expectedTotal: null,
  retries: 0,
})

function rejectTotals({ workOrder, extension }: UnitTotals, path: string): Reject {
  const message = `The planned units of work order ${workOrder}, extension ${extension}, come to something in ${path} that Rollcall cannot take. Look for a mistyped length, area or number of trees in WorkStudio.`
  return {
    reason: "invalid",
    externalId: idOf(workOrder, extension),
    path,
    message,
    sample: { workOrder, extension },
  }
}

function rejectWorkOrder(workOrder: string, error: ProviderError): Reject {
  const message = `The planned units of work order ${workOrder} could not be read: ${error.message}`
  return { reason: "invalid", externalId: workOrder, path: null, message, sample: { workOrder } }
}
