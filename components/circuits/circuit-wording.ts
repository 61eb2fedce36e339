import type { Tone } from "@/components/ui/badge"
import { formatNumber } from "@/components/ui/format-number"
import type { CircuitView, EditableField, WorkflowStage } from "@/lib/domain/circuit-view"
import type { Json } from "@/lib/domain/json"

/** WorkStudio's statuses as people there call them. */
const statusNames: Record<string, string> = {
  SA: "New",
  ACTIV: "In progress",
  QC: "QC",
  REWRK: "Rework",
  DEF: "Deferral",
  CLOSE: "Closed",
}
const statusTones: Record<string, Tone> = { ACTIV: "live", QC: "warn", REWRK: "bad", CLOSE: "quiet" }

export const statusName = (status: string): string => statusNames[status] ?? status
export const statusTone = (status: string): Tone => statusTones[status] ?? "quiet"

export const stageNames: Record<WorkflowStage, string> = {
  active: "Active",
  pending_permissions: "Pending permissions",
  qc: "QC",
  rework: "Rework",
  closed: "Closed",
}

export const editableNames: Record<EditableField, string> = {
  title: "Title",
  region: "Region",
  contractor: "Contractor",
  cycleType: "Cycle type",
  totalMiles: "Total miles",
  milesPlanned: "Miles planned",
  percentComplete: "Per cent complete",
  totalAcres: "Total acres",
  startDate: "Start date",
}

const otherNames: Record<string, string> = {
  apiStatus: "Status",
  apiModifiedAt: "Changed in WorkStudio",
  takenBy: "Taken by",
  jobType: "Job type",
  workOrder: "Work order",
  extension: "Extension",
  wsVersion: "Version",
  wsSyncVersion: "Sync version",
  workflowStage: "Workflow stage",
  stagePosition: "Position",
  isHidden: "Hidden",
  isPinned: "Pinned",
  notes: "Notes",
  planners: "Planners",
}

/** A field of a circuit's history in words; WorkStudio's own columns as they are called there. */
function fieldName(field: string): string {
  const own = Object.entries(editableNames).find(([name]) => name === field)?.[1]
  return own ?? otherNames[field] ?? field.replace(/^attributes\./, "")
}

function valueWords(field: string, value: Json): string {
  if (typeof value === "boolean") return value ? "Yes" : "No"
  if (typeof value === "number") return formatNumber(value)
  if (typeof value !== "string") return JSON.stringify(value)
  if (field === "apiStatus") return statusName(value)
  const stages: Record<string, string> = stageNames
  return field === "workflowStage" ? (stages[value] ?? value) : value
}

/** How the history of a circuit names what changed. */
export const circuitWording = { fieldName, valueWords }

/** Work order and extension, as people write them: `2026-1001`, and `2026-1001 A` for a part. */
export const orderOf = ({ workOrder, extension }: Pick<CircuitView, "workOrder" | "extension">): string =>
  extension === "@" ? workOrder : `${workOrder} ${extension}`

export const titleOf = (circuit: Pick<CircuitView, "title" | "workOrder" | "extension">): string =>
  circuit.title ?? orderOf(circuit)

/** `12.5 %`; null where nobody knows. */
export const percentOf = (percent: number | null): string | null =>
  percent === null ? null : `${formatNumber(percent)} %`

/** `33.9 of 57.8 mi`; null where nothing is known. */
export function milesOf({
  milesPlanned,
  totalMiles,
}: Pick<CircuitView, "milesPlanned" | "totalMiles">): string | null {
  if (totalMiles === null) return milesPlanned === null ? null : `${tenth(milesPlanned)} mi`
  return `${milesPlanned === null ? "–" : tenth(milesPlanned)} of ${tenth(totalMiles)} mi`
}

const tenth = (miles: number): string => formatNumber(Math.round(miles * 10) / 10)
