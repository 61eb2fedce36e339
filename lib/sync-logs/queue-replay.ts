import type { PoolClient } from "pg"
import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import type { SyncStarted } from "@/lib/domain/integration"
import { RequestError } from "@/lib/domain/problem"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { type Earlier, startFollowUp } from "./start-follow-up"
import { selectStoredPages } from "./store"

type Request = { syncLogId: string; trigger: SyncTrigger }

/**
 * Starts a preview that reads the stored pages of a run through the present mapping, without calling the provider (N-REPLAY);
 * admins only. Throws 403, 404, and 409 when the pages are not all there, the run has not ended, or while a run of its
 * integration is in progress.
 */
export async function queueReplay(actor: Actor, { syncLogId, trigger }: Request): Promise<SyncStarted> {
  authorize(actor, "ADMIN")
  const about = { replays: syncLogId }
  return startFollowUp({ by: actor, syncLogId, trigger, mode: "replay", about, check: refuseWithoutPages })
}

async function refuseWithoutPages(client: PoolClient, { id }: Earlier): Promise<void> {
  const { rows } = await client.query<{ stored: number; read: number }>(selectStoredPages, [id])
  const { stored, read } = rows[0] ?? { stored: 0, read: 0 }
  if (stored === 0)
    throw new RequestError(
      409,
      "No pages of this run are stored: it read none from the provider, or they were kept no longer. Replay a newer sync.",
    )
  if (stored < read)
    throw new RequestError(
      409,
      `Of the ${read} pages of this run only ${stored} are still stored. Replay a newer sync.`,
    )
}
