import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import type { SyncStarted } from "@/lib/domain/integration"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { startApply } from "./start-apply"

type Request = { syncLogId: string; trigger: SyncTrigger }

/** Starts a run that carries out the plan of a finished preview (N-PLAN); admins only. Throws 403, and like `startApply`. */
export async function queueApply(actor: Actor, { syncLogId, trigger }: Request): Promise<SyncStarted> {
  authorize(actor, "ADMIN")
  return startApply({ by: actor, planId: syncLogId, trigger })
}
