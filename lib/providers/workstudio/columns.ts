import type { CircuitFields } from "@/lib/domain/circuit"

/** Which column of the circuits view fills which field (providers/workstudio.md, E.4). */
export const usualColumns = {
  jobGuid: "SS_JOBGUID",
  workOrder: "SS_WO",
  extension: "SS_EXT",
  title: "SS_TITLE",
  region: "REGION",
  apiStatus: "WSREQ_STATUS",
  jobType: "SS_JOBTYPE",
  cycleType: "VEGJOB_CYCLETYPE",
  contractor: "VEGJOB_CONTRACTOR",
  totalMiles: "VEGJOB_LENGTH",
  milesPlanned: "VEGJOB_LENGTHCOMP",
  percentComplete: "VEGJOB_PRCENT",
  totalAcres: "VEGJOB_PROJACRES",
  startDate: "WPStartDate_Assessment_Xrefs_WP_STARTDATE",
  apiModifiedAt: "SS_EDITDATE",
  takenBy: "SS_TAKENBY",
  wsVersion: "WSREQ_VERSION",
  wsSyncVersion: "WSREQ_SYNCHVERSN",
} as const satisfies Record<keyof CircuitFields, string>

export type CircuitColumn = keyof typeof usualColumns

export const isCircuitColumn = (name: string): name is CircuitColumn => Object.hasOwn(usualColumns, name)

/** Without these a circuit cannot be told from others, so a view that lacks one fails the run. */
const requiredColumns: CircuitColumn[] = ["jobGuid", "workOrder", "extension", "title", "apiStatus"]

/** The headings of an installation: the usual ones, but for those that its settings name. */
export const columnsOf = (settings: { columns: Record<string, string> }): Record<CircuitColumn, string> => ({
  ...usualColumns,
  ...settings.columns,
})

/** Headings without which a view is not read: those that tell circuits apart, and those that an admin has named. */
export function neededHeadings(settings: { columns: Record<string, string> }): string[] {
  const columns = columnsOf(settings)
  return [
    ...new Set([...requiredColumns.map((column) => columns[column]), ...Object.values(settings.columns)]),
  ]
}

/**
 * The columns that the settings name, without those that a stored page lacks: it is older than the choice of them, and was read by
 * the usual ones.
 */
export function columnsThen(columns: Record<string, string>, headings: string[]): Record<string, string> {
  const there = new Set(headings.map((heading) => heading.toUpperCase()))
  return Object.fromEntries(Object.entries(columns).filter(([, heading]) => there.has(heading.toUpperCase())))
}

/** Columns of the planned units view. */
export const unitColumns = {
  workOrder: "SS_WO",
  extension: "SS_EXT",
  type: "VEGUNIT_UNIT",
  permission: "VEGUNIT_PERMSTAT",
  planner: "VEGUNIT_FORESTER",
  lengthFt: "JOBVEGETATIONUNITS_LENGTHWRK",
  acres: "JOBVEGETATIONUNITS_ACRES",
  trees: "JOBVEGETATIONUNITS_NUMTREES",
} as const

export const requiredUnitColumns: string[] = [
  unitColumns.workOrder,
  unitColumns.extension,
  unitColumns.type,
  unitColumns.permission,
  unitColumns.lengthFt,
  unitColumns.acres,
  unitColumns.trees,
]
