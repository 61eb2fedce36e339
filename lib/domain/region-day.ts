import { z } from "zod"

/** What a region's circuits came to on a business day. Units are null where nobody knows any. */
export const regionDay = z.object({
  date: z.iso.date(),
  region: z.string().nullable(),
  circuits: z.number().int(),
  milesPlanned: z.number(),
  percentComplete: z.number().nullable(),
  totalUnits: z.number().int().nullable(),
  unitsApproved: z.number().int().nullable(),
  unitsRefused: z.number().int().nullable(),
  unitsPending: z.number().int().nullable(),
})
export type RegionDay = z.infer<typeof regionDay>

/** What the circuits that a member plans came to on a business day. One with several planners counts for each. */
export const plannerDay = regionDay.omit({ region: true }).extend({ userId: z.uuid(), name: z.string() })
export type PlannerDay = z.infer<typeof plannerDay>

/** The query of `GET /api/circuits/rollups`: by what, and how many days back. */
export const rollupQuery = z.object({
  by: z.enum(["region", "planner"]).default("region"),
  days: z.coerce.number().int().min(1).max(400).default(30),
})
