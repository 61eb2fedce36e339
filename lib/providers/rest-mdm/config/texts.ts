import { z } from "zod"
import { parseCondition } from "@/lib/providers/rest-mdm/path/condition"
import { parsePath } from "@/lib/providers/rest-mdm/path/parse-path"

/** A path into a reply, as `parsePath` reads it. */
export const path = z.string().min(1).max(500).superRefine(readWith(parsePath))

/** A comparison, as `parseCondition` reads it. */
export const condition = z.string().min(1).max(500).superRefine(readWith(parseCondition))

/** One value or a list of them, taken as a list. */
export const oneOrMany = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(one).min(1))

/** Where a call goes: a path appended to the base URL, or several of which the first that is there counts. */
export const callPath = oneOrMany(
  z
    .string()
    .max(2000)
    // What starts with two slashes, of either kind, is the address of another host
    .regex(/^(?:\/(?![/\\])|https?:\/\/)\S*$/, "A path starts with one / and holds no spaces."),
)

export const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, "This cannot be the name of a header.")

export const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

function readWith(read: (text: string) => unknown) {
  return (text: string, context: z.RefinementCtx): void => {
    try {
      read(text)
    } catch (error) {
      context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) })
    }
  }
}
