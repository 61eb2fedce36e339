import type { PoolClient } from "pg"
import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import type { SyncStarted } from "@/lib/domain/integration"
import { RequestError } from "@/lib/domain/problem"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { type Earlier, startFollowUp } from "./start-follow-up"
import { hasChanges } from "./store"

type Request = { syncLogId: string; trigger: SyncTrigger }

/**
 * Starts a preview whose plan would undo what a sync changed (N-HISTORY); nothing happens until it is applied. Admins only.
 * Throws 403, 404, and 409 when the run is no sync, changed nothing, has not ended, or while a run of its integration is in
 * progress.
 */
export async function queueRevert(actor: Actor, { syncLogId, trigger }: Request): Promise<SyncStarted> {
  authorize(actor, "ADMIN")
  const about = { reverts: syncLogId }
  return startFollowUp({
    by: actor,
    syncLogId,
    trigger,
    mode: "preview",
    about,
    check: refuseWithoutChanges,
  })
}

async function refuseWithoutChanges(client: PoolClient, { id, mode }: Earlier): Promise<void> {
  if (mode !== "sync")
    throw new RequestError(
      409,
      `This run was a ${mode}, which changes nothing by itself. Revert the sync that applied it.`,
    )
  const { rows } = await client.query<{ changed: boolean }>(hasChanges, [id])
  if (rows[0]?.changed !== true)
    throw new RequestError(409, "This run changed nothing, so there is nothing to revert.")
}
