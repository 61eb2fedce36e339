import { answer, handle } from "@/app/api/handle"
import { checkFirst } from "@/app/api/params"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { listIntegrations } from "@/lib/integrations/list-integrations"
import { catalog } from "@/lib/providers/catalog"
import { registry as providers } from "@/lib/providers/registry"

export const GET = handle(async ({ actor }) => {
  const items = await listIntegrations(actor, catalog)
  return { items, nextCursor: null, total: items.length }
})

/** Connects a system: 201 with the integration. A refused check is 422, unless `?check=false`. */
export const POST = handle(async ({ actor, query, body }) => {
  const { check } = query(checkFirst)
  const input = await body(integrationInput)
  return answer(await createIntegration(actor, input, { check, providers, catalog, now: new Date() }), 201)
})
