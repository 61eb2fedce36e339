import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import type { SyncStarted } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { mdmIntegrations } from "./mdm-integrations"
import { queueSync } from "./queue-sync"

/**
 * Starts a sync of the account's MDM (S0-API), of each where it has several; answers the first that is in
 * progress. Members and admins. Throws 403, 409 when every one is busy with something else, and 404 when the account has no MDM integration.
 */
export async function queueMdmSync(
  actor: Actor,
  catalog: Catalog,
  trigger: SyncTrigger,
): Promise<SyncStarted> {
  authorize(actor, "MEMBER")
  const ids = await mdmIntegrations(actor, catalog)
  const outcomes = await Promise.allSettled(
    ids.map((integrationId) => queueSync(actor, { integrationId, mode: "sync", trigger })),
  )
  const started = outcomes.find((outcome) => outcome.status === "fulfilled")
  if (started !== undefined) return started.value
  throw outcomes.find((outcome) => outcome.status === "rejected")?.reason
}
