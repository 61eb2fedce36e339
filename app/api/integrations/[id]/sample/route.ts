import { z } from "zod"
import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { json } from "@/lib/domain/json"
import { sampleIntegration } from "@/lib/integrations/sample-integration"
import { registry } from "@/lib/providers/registry"

/** What is being edited; what is left out is taken from the stored integration. */
const edited = z
  .object({
    settings: z.record(z.string(), json).optional(),
    credentials: z.record(z.string(), z.string()).optional(),
  })
  .default({})

/** A few devices of a stored integration, and which of its fields fills which of ours (N-FIELDMAP). */
export const POST = handle(async ({ actor, params, body }) => {
  const { id: integrationId } = params(byId)
  return sampleIntegration(actor, { integrationId, ...(await body(edited)) }, registry)
})
