import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import type { SyncStarted } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { mdmIntegrations } from "./mdm-integrations"
import { queueSync } from "./queue-sync"

/**
 * Starts a sync of the account's MDM (S0-API), of each where it has several; answers the first's. Members and admins.
 * Throws 403, and 404 when the account has no MDM integration.
 */
export async function queueMdmSync(
  actor: Actor,
  catalog: Catalog,
  trigger: SyncTrigger,
): Promise<SyncStarted> {
  authorize(actor, "MEMBER")
  const [first, ...others] = await mdmIntegrations(actor, catalog)
  const started = await queueSync(actor, { integrationId: first, mode: "sync", trigger })
  for (const integrationId of others) await queueSync(actor, { integrationId, mode: "sync", trigger })
  return started
}
