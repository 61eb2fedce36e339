import { handle } from "@/app/api/handle"
import { edited } from "@/app/api/integrations/edited"
import { byId } from "@/app/api/params"
import { checkIntegration } from "@/lib/integrations/check-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"

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
