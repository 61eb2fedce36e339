import { handle } from "@/app/api/handle"
import { integrationInput } from "@/lib/domain/integration"
import { checkIntegration } from "@/lib/integrations/check-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"

const connection = integrationInput.pick({ provider: true, settings: true, credentials: true })

/** Tries a connection before anything is stored; the answer is that of `/api/integrations/:id/check`. */
export const POST = handle(async ({ actor, body }) => {
  const check = await checkIntegration(actor, await body(connection), { providers: registry, catalog })
  return { ok: true, ...check }
})
