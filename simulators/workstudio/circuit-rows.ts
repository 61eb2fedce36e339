import type { Circuit } from "./circuits"

type Cell = string | number | boolean | object

/** The 48 columns of the circuits view, as the facts list them, and what each holds (providers/workstudio.md, E.4). */
const columns: [string, (circuit: Circuit) => Cell][] = [
  ["VEGJOB_SERVCOMP", () => "Distribution"],
  ["VEGJOB_OPCO", () => "Example Power"],
  ["REGION", ({ region }) => region],
  ["SS_READONLY", () => false],
  ["WPStartDate_Assessment_Xrefs_WP_STARTDATE", ({ start }) => dated(start)],
  ["SS_WO", ({ workOrder }) => workOrder],
  ["SS_EXT", ({ extension }) => extension],
  ["SS_TITLE", ({ title }) => title],
  ["VEGJOB_CYCLETYPE", ({ cycleType }) => cycleType],
  ["SS_JOBTYPE", ({ jobType }) => jobType],
  ["VEGJOB_LINENAME", ({ title }) => title.replace(" LINE", "")],
  ["VEGJOB_LENGTH", ({ miles }) => miles],
  ["VEGJOB_LENGTHCOMP", ({ planned }) => planned],
  ["VEGJOB_PRCENT", ({ percent }) => percent],
  ["VEGJOB_PROJACRES", ({ acres }) => acres],
  ["UNITCOUNTS_LENGTHWRK", ({ planned }) => planned],
  ["UNITCOUNTS_NUMTREES", ({ version }) => version * 3],
  ["SS_EDITDATE", ({ editedAt }) => dated(editedAt)],
  ["SS_ASSIGNEDTO", () => "Pat Former"],
  ["VEGJOB_FORESTER", () => "Pat Former"],
  ["VEGJOB_CONTRACTOR", ({ contractor }) => contractor],
  ["VEGJOB_GF", () => ""],
  ["SS_TAKENBY", ({ takenBy }) => takenBy],
  ["VEGJOB_CIRCCOMNTS", () => ""],
  ["SS_ITEMTYPELIST", () => "VegetationUnit"],
  ["VEGJOB_COSTMETHOD", () => "Unit"],
  ["SS_JOBGUID", ({ jobGuid }) => jobGuid],
  ["WSREQ_READONLY", () => false],
  ["WSREQ_SYNCHSTATE", () => true],
  ["WSREQ_STATUS", ({ status }) => status],
  ["WSREQ_JOBGUID", ({ jobGuid }) => jobGuid],
  ["WSREQ_WO", ({ workOrder }) => workOrder],
  ["WSREQ_EXT", ({ extension }) => extension],
  ["WSREQ_JOBTYPE", ({ jobType }) => jobType],
  ["WSREQ_TAKEN", ({ takenBy }) => takenBy !== ""],
  ["WSREQ_TAKENBY", ({ takenBy }) => takenBy],
  ["WSREQ_BOUNDSGEOM", () => shape],
  ["WSREQ_SKETCHLEFT", () => 0],
  ["WSREQ_SKETCHTOP", () => 0],
  ["WSREQ_SKETCHBOTM", () => 0],
  ["WSREQ_SKETCHRITE", () => 0],
  ["WSREQ_COORDSYS", () => "WGS84"],
  ["WSREQ_ASSIGNEDTO", () => "Pat Former"],
  ["WSREQ_VERSION", ({ version }) => version],
  ["WSREQ_SYNCHVERSN", ({ version }) => version + 1],
  ["WSREQ_ESTMINS", () => 0],
  ["WSREQ_MINSLEFT", () => 0],
  ["WSREQ_TRAVELMINS", () => 0],
]

const shape = {
  "@sourceFormat": "DataObjectGeometry",
  type: "Polygon",
  coordinates: [
    [
      [-76.1, 40.2],
      [-76.0, 40.2],
      [-76.0, 40.3],
      [-76.1, 40.2],
    ],
  ],
}

export const circuitHeadings = columns.map(([heading]) => heading)

export const circuitRow = (circuit: Circuit): Cell[] => columns.map(([, cell]) => cell(circuit))

/** `/Date(…)/`; no date is the zero of OLE. */
function dated(moment: string | null): string {
  return `/Date(${moment ?? "1899-12-30"})/`
}
