import { draw, pick } from "@/simulators/random"
import type { Circuit } from "./circuits"

type Cell = string | number | boolean | object
type Unit = {
  circuit: Circuit
  type: string
  permission: string
  forester: string
  feet: number
  acres: number
  trees: number
  at: number
}

const types = ["SPM", "MPB", "HCB", "BRUSH", "REM612", "REM1218", "NW", "ZZNEW"] as const
const permissions = ["Approved", "Approved", "Refused", "", "Pending", "No Contact", "Deferred"] as const
const foresters = ["Pat Former", "Kim Olsen", ""] as const

/** The 34 columns of the planned units view (providers/workstudio.md, E.5). */
const columns: [string, (unit: Unit) => Cell][] = [
  ["VEGJOB_REGION", ({ circuit }) => circuit.region],
  ["VEGJOB_CYCLETYPE", ({ circuit }) => circuit.cycleType],
  ["WPStartDate_Assessment_Xrefs_WP_STARTDATE", () => "/Date(1899-12-30)/"],
  ["SS_WO", ({ circuit }) => circuit.workOrder],
  ["SS_EXT", ({ circuit }) => circuit.extension],
  ["VEGSTAT_LINENAME", ({ circuit }) => circuit.title],
  ["LineIDLookup_FeederID", () => "12345"],
  ["STATIONS_STATNAME", ({ at }) => `10 ${at}`],
  ["UNITS_DESCRIPTIO", ({ type }) => type],
  ["VEGUNIT_REMOVCAT", () => ""],
  ["VEGUNIT_FORESTER", ({ forester }) => forester],
  ["VEGUNIT_ASSDDATE", () => "/Date(2025-12-05)/"],
  ["VEGUNIT_PERMSTAT", ({ permission }) => permission],
  ["VEGJOB_CONTRACTOR", ({ circuit }) => circuit.contractor],
  ["JOBVEGETATIONUNITS_NUMTREES", ({ trees }) => trees],
  ["JOBVEGETATIONUNITS_LENGTHWRK", ({ feet }) => feet],
  ["JOBVEGETATIONUNITS_ACRES", ({ acres }) => acres],
  ["VEGSTAT_FROMSTR", () => "10"],
  ["VEGSTAT_TOSTR", () => "20"],
  ["VEGUNIT_UNIT", ({ type }) => type],
  ["VEGUNIT_AUDIT_USER", () => ""],
  ["VEGUNIT_AUDITOR", () => ""],
  ["VEGUNIT_AUDITDATE", () => "/Date(1899-12-30)/"],
  ["VEGUNIT_AUDIT_FAIL_HIST", () => false],
  ["VEGUNIT_SPECIES", () => "Oak"],
  ["SSUNITS_OBJECTID", ({ at }) => `{00000000-0000-4000-8000-${String(at).padStart(12, "0")}}`],
  ["VEGUNIT_ASSNOTE", () => "Owner Jane Private asked to be called first"],
  ["VEGUNIT_PARCELCOMMENTS", () => "Dog in yard, gate code 4711"],
  ["VEGUNIT_AUDIT_PASS", () => false],
  ["VEGUNIT_UNIT_CLASS", () => 1],
  ["VEGUNIT_ASSLAT", () => 40.2345],
  ["VEGUNIT_ASSLONG", () => -76.1234],
  ["VEGUNIT_COSTMETHOD", () => "Unit"],
  [
    "SSUNITS_GEOMETRY",
    () => ({ "@sourceFormat": "DataObjectGeometry", type: "Point", coordinates: [-76.1, 40.2] }),
  ],
]

export const unitHeadings = columns.map(([heading]) => heading)

/** The planned units of a circuit, one to twelve, the same each time. `more` adds to their number. */
export function unitRows(seed: number, index: number, circuit: Circuit, more: number): Cell[][] {
  const count = 1 + (draw(seed, index, 20) % 12) + more
  return Array.from({ length: count }, (_, at) => {
    const drawn = draw(seed, index, 30 + at)
    const unit: Unit = {
      circuit,
      at: index * 1000 + at,
      type: pick(types, drawn),
      permission: pick(permissions, drawn >>> 4),
      forester: pick(foresters, drawn >>> 8),
      feet: 100 + (drawn % 4000),
      acres: ((drawn >>> 5) % 300) / 100,
      trees: 1 + ((drawn >>> 7) % 9),
    }
    return columns.map(([, cell]) => cell(unit))
  })
}
