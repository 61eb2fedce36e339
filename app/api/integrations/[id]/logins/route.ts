import { handle } from "@/app/api/handle"
import { byId, checkFirst } from "@/app/api/params"
import { loginInput } from "@/lib/domain/login"
import { findIntegration } from "@/lib/integrations/find-integration"
import { listLogins, saveLogin } from "@/lib/integrations/logins/manage-logins"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"

export const GET = handle(async ({ actor, params }) => ({
  items: await listLogins(actor, params(byId).id),
  nextCursor: null,
}))

/** One's own credentials in the connected system; tried first unless `check=false`. */
export const PUT = handle(async ({ actor, params, query, body }) => {
  const { id } = params(byId)
  await findIntegration(actor, id)
  const { check } = query(checkFirst)
  const items = await saveLogin(actor, id, await body(loginInput), { check, providers: registry, catalog })
  return { items, nextCursor: null }
})
