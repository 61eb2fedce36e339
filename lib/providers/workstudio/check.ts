import type { Json } from "@/lib/domain/json"
import type { Check } from "@/lib/domain/session"
import { quick } from "@/lib/http/patience"
import type { Workstudio } from "./api"
import { checkUnits } from "./check-units"
import { columnsOf, neededHeadings } from "./columns"
import { isDate, readMoment, readText } from "./read-value"
import { captionOf } from "./statuses"
import { assertHeadings, openRows, type Table } from "./table"

/** Whether the user is taken and the circuits view can be read, and which columns it has to choose from. */
export async function checkWorkstudio(workstudio: Workstudio): Promise<Check> {
  const { settings, host } = workstudio
  await workstudio.assertUp()
  const isAlive = await workstudio.heartbeat()
  const warnings = warningsOf(settings)
  if (settings.views.circuits === null) {
    const detail = `Connected to WorkStudio at ${host}${isAlive ? ", which takes the user name and password" : ""}.`
    return {
      detail,
      warnings: [...warnings, "No circuits view is set, so nothing can be read yet."],
      choices: {},
    }
  }
  const [status = "ACTIV"] = settings.statuses
  const { table } = await workstudio.getCircuits(status, { ...quick, timeoutMs: 60_000 })
  const columns = columnsOf(settings)
  assertHeadings(table, neededHeadings(settings), "The circuits view")
  const absent = Object.values(columns).filter((heading) => !has(table, heading))
  if (absent.length > 0)
    warnings.push(`The circuits view has no column ${absent.join(", ")}; the fields they fill stay empty.`)
  const units = await checkUnits(workstudio, workOrderIn(table, columns.workOrder))
  const rows = table.rows.length
  return {
    detail: `Connected to WorkStudio at ${host}. The circuits view has ${table.headings.length} columns and ${rows} ${rows === 1 ? "circuit" : "circuits"} with the status ${status} (${captionOf(status)}).${units.detail}`,
    warnings: [...warnings, ...units.warnings],
    choices: { columns: columnChoices(table) },
  }
}

function warningsOf({ insecureTls, views }: Workstudio["settings"]): string[] {
  return [
    ...(insecureTls
      ? [
          "The server's certificate is not checked: anybody between here and there can read the password. Give the CA certificate instead.",
        ]
      : []),
    ...(views.plannedUnits === null
      ? ["No planned units view is set, so units, acres and permissions stay unknown."]
      : []),
  ]
}

/** A work order to try the planned units view with; null where the list has none. */
function workOrderIn(table: Table, heading: string): string | null {
  const read = openRows(table, "The circuits view")
  for (const cells of table.rows) {
    const row = read(cells)
    const workOrder = "reason" in row ? null : readText(row.cell(heading))
    if (workOrder !== null) return workOrder
  }
  return null
}

const has = ({ headings }: Table, wanted: string): boolean =>
  headings.some((heading) => heading.toUpperCase() === wanted.toUpperCase())

/** Every column with what the first row has there. */
function columnChoices({ headings, rows }: Table) {
  const [first] = rows
  return headings.map((heading, at) => {
    const sample = Array.isArray(first) ? sampleOf(first[at] ?? null) : null
    return { value: heading, label: sample === null ? heading : `${heading}, e.g. ${sample}` }
  })
}

function sampleOf(cell: Json): string | null {
  const text = isDate(cell) ? readMoment(cell) : readText(cell)
  return text === null ? null : text.slice(0, 40).toWellFormed()
}
