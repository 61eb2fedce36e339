import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { syncSettings } from "@/lib/domain/integration"
import { updateSyncSettings } from "@/lib/integrations/update-sync-settings"
import { catalog } from "@/lib/providers/catalog"

/** What is left out stays as it is. */
export const PATCH = handle(async ({ actor, params, body }) => {
  const { id } = params(byId)
  return updateSyncSettings(actor, id, await body(syncSettings), { catalog, now: new Date() })
})
