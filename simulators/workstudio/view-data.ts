import { circuitHeadings, circuitRow } from "./circuit-rows"
import { unitHeadings, unitRows } from "./unit-rows"
import { views, type World } from "./world"

type Table = { headings: string[]; rows: unknown[][] }

/** The rows of a view that its filter lets through; null for a view that nobody defined. */
export function viewData(world: World, guid: string, value: string): Table | null {
  if (guid === views.circuits.guid) return spoilt(world, circuitsOf(world, value), value)
  if (guid === views.plannedUnits.guid) return spoilt(world, unitsOf(world, value), value)
  return null
}

function circuitsOf({ jobs }: World, status: string): Table {
  const rows: unknown[][] = []
  for (const { circuit } of jobs.all()) if (circuit.status === status) rows.push(circuitRow(circuit))
  return { headings: circuitHeadings, rows }
}

/** The view itself is restricted to whole circuits: what was split off does not show (providers/workstudio.md, E.5). */
function unitsOf({ jobs, faults }: World, workOrder: string): Table {
  const rows: unknown[][] = []
  for (const { circuit, index } of faults.find("ignored_filter") ? jobs.all() : jobs.ofOrder(workOrder)) {
    if (circuit.extension !== "@") continue
    rows.push(...unitRows(jobs.seed, index, circuit, Math.max(-1000, jobs.moreUnits(circuit.workOrder))))
  }
  return { headings: unitHeadings, rows }
}

/** What the faults do to a table. */
function spoilt({ faults }: World, { headings, rows }: Table, value: string): Table {
  const empty = faults.find("empty_data")
  if (empty !== null && (empty.value === undefined || empty.value === value)) return { headings, rows: [] }
  const first = (
    kind: "short_row" | "extra_cell" | "control_characters" | "no_guid" | "long_title",
    change: (row: unknown[]) => unknown[],
  ) => {
    const fault = faults.find(kind)
    if (fault !== null)
      for (let at = 0; at < Math.min(fault.count, rows.length); at++) rows[at] = change(rows[at] ?? [])
  }
  const put = (heading: string, cell: unknown) => (row: unknown[]) =>
    row.map((old, at) => (headings[at] === heading ? cell : old))
  first("no_guid", put("SS_JOBGUID", ""))
  first("long_title", put("SS_TITLE", "x".repeat(10_000)))
  first("control_characters", put("SS_TITLE", "OAK\u0001DALE\tLINE"))
  const absent = faults.find("missing_heading")?.heading
  const double = faults.find("double_heading")?.heading
  const table = reshaped({ headings, rows }, (heading) =>
    heading === absent ? 0 : heading === double ? 2 : 1,
  )
  rows = table.rows
  first("short_row", (row) => row.slice(0, -1))
  first("extra_cell", (row) => [...row, "beyond"])
  return { headings: table.headings, rows }
}

/** Each column as often as it is said of its heading. */
function reshaped({ headings, rows }: Table, times: (heading: string) => number): Table {
  if (headings.every((heading) => times(heading) === 1)) return { headings, rows }
  const places = headings.flatMap((heading, at) => Array.from({ length: times(heading) }, () => at))
  const of = <T>(row: T[]): T[] => places.flatMap((at) => row.slice(at, at + 1))
  return { headings: of(headings), rows: rows.map(of) }
}
