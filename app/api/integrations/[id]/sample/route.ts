import { handle } from "@/app/api/handle"
import { edited } from "@/app/api/integrations/edited"
import { byId } from "@/app/api/params"
import { sampleIntegration } from "@/lib/integrations/sample-integration"
import { registry } from "@/lib/providers/registry"

/** A few devices of a stored integration, and which of its fields fills which of ours (N-FIELDMAP). */
export const POST = handle(async ({ actor, params, body }) => {
  const { id: integrationId } = params(byId)
  return sampleIntegration(actor, { integrationId, ...(await body(edited)) }, registry)
})
