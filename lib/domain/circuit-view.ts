import { z } from "zod"
import { circuitFields } from "./circuit"
import { json } from "./json"

/** How far people are with a circuit. Kept here alone; no sync changes it (S2-UISTATE). */
export const workflowStage = z.enum(["active", "pending_permissions", "qc", "rework", "closed"])
export type WorkflowStage = z.infer<typeof workflowStage>

/** Fields that people may set; what they set wins over the source until they take the source's value again. */
export const editableFields = circuitFields.pick({
  title: true,
  region: true,
  contractor: true,
  cycleType: true,
  totalMiles: true,
  milesPlanned: true,
  percentComplete: true,
  totalAcres: true,
  startDate: true,
})
export const editableField = editableFields.keyof()
export type EditableField = z.infer<typeof editableField>

export const plannerLink = z.object({
  userId: z.uuid(),
  name: z.string(),
  /** `api_sync` was found by the user's name in WorkStudio, `manual` was set by hand. */
  source: z.enum(["api_sync", "manual"]),
})

/** The latest sums of planned units; null figures where nobody knows. */
const unitsNow = z.object({
  date: z.iso.date(),
  totalUnits: z.number().int(),
  unitsApproved: z.number().int(),
  unitsRefused: z.number().int(),
  unitsPending: z.number().int(),
})

/** A circuit as `GET /api/circuits` gives it: the values that show, whoever said them. */
export const circuitView = circuitFields.extend({
  id: z.uuid(),
  integrationId: z.uuid(),
  integrationName: z.string(),
  workflowStage,
  stagePosition: z.number().int(),
  isHidden: z.boolean(),
  isPinned: z.boolean(),
  /** Fields that people set. */
  edited: z.array(editableField),
  planners: z.array(plannerLink),
  /** Null as long as nobody knows: that is not zero. */
  units: unitsNow.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type CircuitView = z.infer<typeof circuitView>

/** A circuit of the same work order: the whole, or a part it was split into. */
const relative = z.object({ id: z.uuid(), extension: z.string(), title: z.string().nullable() })

/** `GET /api/circuits/:id`. */
export const circuitDetail = circuitView.extend({
  notes: z.string().nullable(),
  /** Give it back with a change: of two people who change a circuit at once the second is told. */
  version: z.number().int(),
  /** What WorkStudio says of the fields that people set. */
  source: editableFields.partial(),
  /** The other columns of the view. */
  attributes: z.record(z.string(), json),
  parent: relative.nullable(),
  children: z.array(relative),
  /** When the planned units were last asked for, and whether they are to be. */
  unitsAskedAt: z.iso.datetime().nullable(),
  unitsWanted: z.boolean(),
  /** The run that asked for them last, where it ended without having read them. */
  unitsFailedRunId: z.uuid().nullable(),
})
export type CircuitDetail = z.infer<typeof circuitDetail>

/** `PATCH /api/circuits/:id`: what is left out stays as it is. */
export const circuitUpdate = z.strictObject({
  workflowStage: workflowStage.optional(),
  stagePosition: z.number().int().min(0).max(1_000_000).optional(),
  isHidden: z.boolean().optional(),
  isPinned: z.boolean().optional(),
  notes: z.string().trim().max(10_000, "Give 10,000 characters at most.").nullable().optional(),
  /** Values to show in place of the source's. */
  fields: editableFields.partial().strict().optional(),
  /** Fields that take the source's value again. */
  takeSource: z.array(editableField).max(20).optional(),
  /** The version that the change was made from. */
  version: z.number().int().optional(),
})
export type CircuitUpdate = z.infer<typeof circuitUpdate>

/** A row of sums as it was kept on a business day. */
export const circuitAggregateView = z.object({
  date: z.iso.date(),
  totalMiles: z.number().nullable(),
  milesPlanned: z.number().nullable(),
  milesRemaining: z.number().nullable(),
  totalUnits: z.number().int(),
  totalLinearFt: z.number(),
  totalAcres: z.number(),
  totalTrees: z.number().int(),
  unitsApproved: z.number().int(),
  unitsRefused: z.number().int(),
  unitsPending: z.number().int(),
  permissionCounts: z.record(z.string(), z.number()),
  unitCountsByType: z.record(z.string(), z.number()),
  linearFtByType: z.record(z.string(), z.number()),
  acresByType: z.record(z.string(), z.number()),
  plannerDistribution: z.record(
    z.string(),
    z.object({ unitCount: z.number(), linearFt: z.number(), acres: z.number(), trees: z.number() }),
  ),
  unknownTypes: z.array(z.string()),
  at: z.iso.datetime(),
})
export type CircuitAggregateView = z.infer<typeof circuitAggregateView>

/** How a circuit stood on a business day. */
export const circuitSnapshotView = z.object({
  date: z.iso.date(),
  type: z.enum(["daily", "status_change"]),
  milesPlanned: z.number().nullable(),
  percentComplete: z.number().nullable(),
  apiStatus: z.string(),
  workflowStage,
  totalUnits: z.number().int().nullable(),
  unitsApproved: z.number().int().nullable(),
  unitsRefused: z.number().int().nullable(),
  unitsPending: z.number().int().nullable(),
  notes: z.string().nullable(),
})
export type CircuitSnapshotView = z.infer<typeof circuitSnapshotView>
