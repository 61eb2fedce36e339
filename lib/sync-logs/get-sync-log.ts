import type { Actor } from "@/lib/domain/account"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { findSyncLog } from "./find-sync-log"
import { syncLogView } from "./sync-log-view"

/** One run. Throws 404. */
export async function getSyncLog(actor: Actor, id: string): Promise<SyncLogView> {
  return syncLogView(await findSyncLog(actor, id))
}
