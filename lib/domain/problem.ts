import { z } from "zod"

/** Problem details (RFC 9457), as every failing API call answers. `errors` maps a field to what is wrong with it. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
})
export type Problem = z.infer<typeof problem>

/** A request that cannot be granted, in words for the person who made it. Doors turn it into a `Problem`. */
export class RequestError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503,
    message: string,
    readonly errors: Record<string, string[]> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = "RequestError"
  }
}
