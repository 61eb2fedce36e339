import { z } from "zod"

/** Where a read stands: which list, and how it is told where to go on (page number, offset, id, token, path). */
const place = z.object({
  list: z.number().int().min(0),
  at: z.union([z.string(), z.number()]).nullable(),
  /** Items of this list so far, without those that came twice in a row; and of the lists before. */
  seen: z.number().int().min(0),
  before: z.number().int().min(0),
  /** The longest page of this list so far: what the service gives at once, whatever it was asked for. */
  longest: z.number().int().min(0),
})
export type Place = z.infer<typeof place>

export const startOf = (list: number, before: number): Place => ({
  list,
  at: null,
  seen: 0,
  before,
  longest: 0,
})

export const cursorOf = (at: Place): string => JSON.stringify(at)

/** A cursor that is none of ours means: from the start. */
export function placeOf(cursor: string | null): Place {
  try {
    return place.parse(JSON.parse(cursor ?? ""))
  } catch {
    return startOf(0, 0)
  }
}
