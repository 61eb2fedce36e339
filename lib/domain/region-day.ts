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

/** The query of `GET /api/circuits/rollups`: how many days back. */
export const rollupQuery = z.object({ days: z.coerce.number().int().min(1).max(400).default(30) })
