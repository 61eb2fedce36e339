import type { Actor } from "@/lib/domain/account"
import type { SyncStarted } from "@/lib/domain/integration"
import type { ListId } from "@/lib/domain/list-id"
import { RequestError } from "@/lib/domain/problem"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { queueSync } from "@/lib/sync-logs/queue-sync"
import { findPublisher } from "./find-publisher"

type Request = { list: ListId; integrationId?: string | undefined; trigger: SyncTrigger }

/** Starts a sync of a list by hand, like `queueSync`. Throws 404 when nothing in the account publishes it. */
export async function queueListSync(
  actor: Actor,
  { list, integrationId, trigger }: Request,
): Promise<SyncStarted> {
  const publisher = await findPublisher(actor, list, integrationId)
  if (publisher === null)
    throw new RequestError(404, "No integration of your account publishes this list. Connect one first.")
  return queueSync(actor, { integrationId: publisher.id, mode: "sync", trigger })
}
