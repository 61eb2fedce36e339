import { z } from "zod"
import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { json } from "@/lib/domain/json"
import { checkIntegration } from "@/lib/integrations/check-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"

/** What is being edited; what is left out is taken from the stored integration. */
const edited = z
  .object({
    settings: z.record(z.string(), json).optional(),
    credentials: z.record(z.string(), z.string()).optional(),
  })
  .default({})

/** Tries a stored integration's connection: `{ ok: true, detail, warnings, choices, allowance? }`, or 422 with the provider's words. */
export const POST = handle(async ({ actor, params, body }) => {
  const { id: integrationId } = params(byId)
  const check = await checkIntegration(
    actor,
    { integrationId, ...(await body(edited)) },
    { providers: registry, catalog },
  )
  return { ok: true, ...check }
})
