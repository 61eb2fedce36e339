import { z } from "zod"

const text = (max: number) =>
  z
    .string("Give a text, or null for none.")
    .min(1, "Give a text, or null for none.")
    .max(max, `Give ${max} characters at most.`)
    .nullable()
const number = (most: number) => {
  const between = `Give a number from -${most.toLocaleString("en")} to ${most.toLocaleString("en")}.`
  return z.number("Give a number, such as 12.5.").min(-most, between).max(most, between).nullable()
}
const figure = number(90_000_000)

/** What WorkStudio says of a circuit. Absent is null. */
export const circuitFields = z.object({
  /** Upper case in braces: the key by which a circuit is known, whichever status list it is on. */
  jobGuid: z.string().regex(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/),
  workOrder: z.string().min(1).max(128),
  /** `@` for the circuit itself, `A`, `B` … for the parts it was split into. */
  extension: z.string().min(1).max(32),
  title: text(512),
  region: text(256),
  apiStatus: z.string().min(1).max(32),
  jobType: text(256),
  cycleType: text(256),
  contractor: text(256),
  totalMiles: figure,
  milesPlanned: figure,
  /** 0 to 100, as far as WorkStudio keeps to it. */
  percentComplete: number(999),
  totalAcres: figure,
  startDate: z.iso.date("Give a day, such as 2026-01-20.").nullable(),
  apiModifiedAt: z.iso.datetime().nullable(),
  /** `DOMAIN\user` of the planner who has taken it. */
  takenBy: text(256),
  wsVersion: z.number().int().nullable(),
  wsSyncVersion: z.number().int().nullable(),
})
export type CircuitFields = z.infer<typeof circuitFields>

const tally = z.record(z.string(), z.number())

/** As much as the columns of sums hold. */
const count = z.number().int().min(0).max(2_000_000_000)
const feet = z.number().min(0).max(9_000_000_000)
const acres = z.number().min(0).max(90_000_000)

/** What one planner has planned. */
const plannerShare = z.object({
  unitCount: z.number().int(),
  linearFt: z.number(),
  acres: z.number(),
  trees: z.number(),
})

/** The planned units of one circuit, added up; the units themselves are never kept. Feet, acres, numbers of trees. */
export const unitTotals = z.object({
  workOrder: z.string().min(1).max(128),
  extension: z.string().min(1).max(32),
  totalUnits: count,
  totalLinearFt: feet,
  totalAcres: acres,
  totalTrees: count,
  unitsApproved: count,
  unitsRefused: count,
  /** Without a permission status, or with the status "Pending". */
  unitsPending: count,
  /** By permission status as WorkStudio words it. They need not be the three above. */
  permissionCounts: tally,
  unitCountsByType: tally,
  linearFtByType: tally,
  acresByType: tally,
  plannerDistribution: z.record(z.string(), plannerShare),
  /** Unit types that the unit table does not know: counted, not measured. */
  unknownTypes: z.array(z.string()),
})
export type UnitTotals = z.infer<typeof unitTotals>
