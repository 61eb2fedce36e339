import { z } from "zod"

/** What there is in the inventory, and the entries of lists, which are published beside it. */
export const noun = z.enum(["device", "device-model", "circuit", "list-item"])
export type Noun = z.infer<typeof noun>

/** What has a page and a history of its own. */
export type InventoryNoun = Exclude<Noun, "list-item">

/** Nouns whose records are merged row by row, as devices are not. */
export type RowNounId = Exclude<InventoryNoun, "device">

/** Something in the inventory, as lists of changes and of held removals name it. */
export const subject = z.object({
  noun,
  /** Null for one that a plan would create. */
  subjectId: z.uuid().nullable(),
  subjectName: z.string().nullable(),
})
