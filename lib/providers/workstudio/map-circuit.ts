import { type CircuitFields, circuitFields } from "@/lib/domain/circuit"
import type { Json } from "@/lib/domain/json"
import type { Reject, SourceRecord } from "@/lib/domain/session"
import { type CircuitColumn, isCircuitColumn } from "./columns"
import { isDate, normaliseGuid, readDay, readMoment, readNumber, readText, readUser } from "./read-value"
import { statusCode } from "./statuses"
import type { Row } from "./table"

type Mapping = {
  columns: Record<CircuitColumn, string>
  headings: string[]
  /** The list that the row is on, for one that does not say its status itself. */
  status: string
}

/** Turns a row of the circuits view into a record, or says why it cannot be one. Never throws. */
export function mapCircuit(row: Row, mapping: Mapping): SourceRecord | Reject {
  const { columns } = mapping
  const said = row.cell(columns.jobGuid)
  const jobGuid = normaliseGuid(readText(said))
  if (jobGuid === null)
    return rejected(row, mapping, {
      reason: "no_external_id",
      path: columns.jobGuid,
      message: `The circuit has no job GUID in ${columns.jobGuid}, so it cannot be followed from run to run.`,
    })
  const fields = readFields(row, mapping, jobGuid)
  const { success, error } = circuitFields.safeParse(fields)
  if (!success) {
    const [issue] = error.issues
    const name = String(issue?.path[0] ?? "")
    const path = isCircuitColumn(name) ? columns[name] : name
    return rejected(row, mapping, { reason: "invalid", path, message: wrongWith(path, issue?.code) })
  }
  return {
    externalId: jobGuid,
    sourceVersion: null,
    fields,
    attributes: readAttributes(row, mapping),
    state: null,
  }
}

function readFields(row: Row, { columns, status }: Mapping, jobGuid: string): CircuitFields {
  const text = (column: CircuitColumn) => readText(row.cell(columns[column]))
  const number = (column: CircuitColumn) => readNumber(row.cell(columns[column]))
  return {
    jobGuid,
    workOrder: text("workOrder") ?? "",
    extension: text("extension") ?? "@",
    title: text("title"),
    region: text("region"),
    apiStatus: statusCode(text("apiStatus") ?? status),
    jobType: text("jobType"),
    cycleType: text("cycleType"),
    contractor: text("contractor"),
    totalMiles: number("totalMiles"),
    milesPlanned: number("milesPlanned"),
    percentComplete: number("percentComplete"),
    totalAcres: number("totalAcres"),
    startDate: readDay(row.cell(columns.startDate)),
    apiModifiedAt: readMoment(row.cell(columns.apiModifiedAt)),
    takenBy: readUser(row.cell(columns.takenBy)),
    wsVersion: wholeOf(number("wsVersion")),
    wsSyncVersion: wholeOf(number("wsSyncVersion")),
  }
}

/** What else the view says: everything but shapes on the map, empty cells and what the fields hold already. */
function readAttributes(row: Row, { columns, headings }: Mapping): Record<string, Json> {
  const mapped = new Set(Object.values(columns).map((heading) => heading.toUpperCase()))
  const attributes: Record<string, Json> = {}
  for (const [at, heading] of headings.entries()) {
    const cell = row.cells[at] ?? null
    if (mapped.has(heading.toUpperCase()) || cell === null || cell === "" || typeof cell === "object")
      continue
    const value = isDate(cell) ? readMoment(cell) : cell
    if (value !== null) attributes[heading] = value
  }
  return attributes
}

const wholeOf = (value: number | null): number | null =>
  value !== null && Number.isSafeInteger(value) ? value : null

function wrongWith(path: string, code: string | undefined): string {
  if (code === "too_small") return `The circuit has nothing in ${path}, which is needed.`
  if (code === "too_big") return `${path} is longer or larger than Rollcall takes. Correct it in WorkStudio.`
  return `${path} holds something that Rollcall cannot take. Correct it in WorkStudio.`
}

type Fault = Pick<Reject, "reason" | "path" | "message">

function rejected(row: Row, { columns }: Mapping, fault: Fault): Reject {
  const shown = (column: CircuitColumn) =>
    readText(row.cell(columns[column]))?.slice(0, 100).toWellFormed() ?? null
  return {
    ...fault,
    externalId: normaliseGuid(readText(row.cell(columns.jobGuid))),
    sample: { jobGuid: shown("jobGuid"), workOrder: shown("workOrder"), title: shown("title") },
  }
}
