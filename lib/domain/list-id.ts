import { z } from "zod"

/** The lists that can be taken from master data and published. A new one adds its id here and a file beside this one. */
export const listId = z.enum(["ineligible-items", "iso-codes"])
export type ListId = z.infer<typeof listId>
