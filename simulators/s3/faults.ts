import { z } from "zod"

const times = {
  times: z.number().int().min(1).optional(),
  after: z.number().int().min(0).optional(),
  /** PUT, GET or HEAD; without it, all of them. */
  on: z.enum(["PUT", "GET", "HEAD"]).optional(),
}

/** What the store does to a request instead of answering it. */
export const s3Fault = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("status"), status: z.number().int().min(400).max(599), ...times }),
  /** The connection is cut: before the request was carried out, or after, when only its answer is lost. */
  z.strictObject({ kind: z.literal("cut"), when: z.enum(["before", "after"]), ...times }),
  z.strictObject({ kind: z.literal("hang"), ...times }),
  /** Somebody else writes the object just before this request is carried out. */
  z.strictObject({ kind: z.literal("overtaken"), body: z.string(), ...times }),
])
export type S3Fault = z.infer<typeof s3Fault>
