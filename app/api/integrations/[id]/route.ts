import { handle } from "@/app/api/handle"
import { byId, checkFirst } from "@/app/api/params"
import { integrationUpdate } from "@/lib/domain/integration"
import { deleteIntegration } from "@/lib/integrations/delete-integration"
import { getIntegration } from "@/lib/integrations/get-integration"
import { updateIntegration } from "@/lib/integrations/update-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry as providers } from "@/lib/providers/registry"

export const GET = handle(async ({ actor, params }) => getIntegration(actor, params(byId).id, catalog))

/** The whole integration again; credentials left out stay as they are. */
export const PUT = handle(async ({ actor, params, query, body }) => {
  const { id } = params(byId)
  const { check } = query(checkFirst)
  const input = await body(integrationUpdate)
  return updateIntegration(actor, id, input, { check, providers, catalog, now: new Date() })
})

export const DELETE = handle(async ({ actor, params }) => {
  await deleteIntegration(actor, params(byId).id)
  return new Response(null, { status: 204 })
})
