import { z } from "zod"
import { json } from "@/lib/domain/json"

/** What of a stored integration is being edited; what is left out is taken from it. */
export const edited = z
  .object({
    settings: z.record(z.string(), json).optional(),
    credentials: z.record(z.string(), z.string()).optional(),
  })
  .default({})
