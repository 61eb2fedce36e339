import { z } from "zod"

/** What there is in the inventory. */
export const noun = z.enum(["device", "device-model", "circuit"])
export type Noun = z.infer<typeof noun>

/** Something in the inventory, as lists of changes and of held removals name it. */
export const subject = z.object({
  noun,
  /** Null for one that a plan would create. */
  subjectId: z.uuid().nullable(),
  subjectName: z.string().nullable(),
})
