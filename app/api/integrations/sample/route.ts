import { handle } from "@/app/api/handle"
import { integrationInput } from "@/lib/domain/integration"
import { sampleIntegration } from "@/lib/integrations/sample-integration"
import { registry } from "@/lib/providers/registry"

const connection = integrationInput.pick({ provider: true, settings: true, credentials: true })

/** A few devices of a connection before anything is stored, and which of its fields fills which of ours (N-FIELDMAP). */
export const POST = handle(async ({ actor, body }) =>
  sampleIntegration(actor, await body(connection), registry),
)
