import { z } from "zod"

/** A name in WorkStudio that no member had when a sync met it (S2-PLANNERS). */
export const unlinkedPlannerView = z.object({
  id: z.uuid(),
  /** `DOMAIN\user`. */
  wsUsername: z.string(),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** Runs that met it. */
  occurrenceCount: z.number().int(),
  /** Circuits that had it in the last of them. */
  circuitCount: z.number().int(),
  /** The member it was linked to; null while it waits. */
  linkedTo: z.object({ userId: z.uuid(), name: z.string() }).nullable(),
  linkedAt: z.iso.datetime().nullable(),
})
export type UnlinkedPlannerView = z.infer<typeof unlinkedPlannerView>

/** `POST /api/unlinked-planners/:id/link`. */
export const plannerLinking = z.strictObject({ userId: z.uuid() })

/** What linking did: circuits that the user is a planner of now and was not before. */
export const plannerLinked = z.object({ userId: z.uuid(), circuits: z.number().int() })
export type PlannerLinked = z.infer<typeof plannerLinked>

const users = z.array(z.uuid()).max(50).default([])

/** `PATCH /api/circuits/:id/planners`: who plans it from now on, and who does no longer. */
export const plannersChange = z.strictObject({ add: users, remove: users })
export type PlannersChange = z.infer<typeof plannersChange>

/** A member with what they plan, as `GET /api/planners` gives it. */
export const plannerView = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  wsUsername: z.string().nullable(),
  /** Circuits that are not closed. */
  circuits: z.number().int(),
  miles: z.number(),
  milesPlanned: z.number(),
  /** Of those circuits whose units are known; null where none are. */
  totalUnits: z.number().int().nullable(),
  unitsApproved: z.number().int().nullable(),
  unitsRefused: z.number().int().nullable(),
  unitsPending: z.number().int().nullable(),
})
export type PlannerView = z.infer<typeof plannerView>

/** `PUT /api/planners/:id`: a member's name in WorkStudio; null for none. */
export const plannerName = z.strictObject({
  wsUsername: z
    .string()
    .trim()
    .max(256)
    .regex(/^[^\\\p{Cc}]+\\[^\\\p{Cc}]+$/u, "A name in WorkStudio has the form DOMAIN\\user.")
    .nullable(),
})
