import { z } from "zod"
import { workflowStage } from "./circuit-view"
import { listQuery } from "./listing"

export const circuitSort = z.enum([
  "workOrder",
  "-workOrder",
  "title",
  "-title",
  "region",
  "-region",
  "percentComplete",
  "-percentComplete",
  "updatedAt",
  "-updatedAt",
])
export type CircuitSort = z.infer<typeof circuitSort>

/** The query of `GET /api/circuits`, as strings from an address or as values. */
export const circuitQuery = listQuery.extend({
  /** Part of a title or contractor in any case, or the start of a work order. */
  search: z.string().trim().max(200).optional(),
  /** ACTIV, QC, REWRK (or REWORK), CLOSE … */
  status: z
    .string()
    .trim()
    .max(32)
    .transform((text) => (text.toUpperCase() === "REWORK" ? "REWRK" : text.toUpperCase()))
    .optional(),
  region: z.string().max(256).optional(),
  /** A user's id, or `none` for circuits that nobody plans. */
  planner: z.union([z.uuid(), z.literal("none")]).optional(),
  stage: workflowStage.optional(),
  integrationId: z.uuid().optional(),
  /** Only those that are pinned, or only those that are not. */
  pinned: z.union([z.boolean(), z.stringbool()]).optional(),
  includeHidden: z.union([z.boolean(), z.stringbool()]).default(false),
  sort: circuitSort.default("workOrder"),
})
export type CircuitQuery = z.infer<typeof circuitQuery>
