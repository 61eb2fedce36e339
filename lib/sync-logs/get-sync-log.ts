import type { Actor } from "@/lib/domain/account"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { findSyncLog } from "./find-sync-log"
import { readPlanLinks } from "./read-plan-links"
import { syncLogView } from "./sync-log-view"

/** One run, and how it belongs to others. Throws 404. */
export async function getSyncLog(actor: Actor, id: string): Promise<SyncLogView> {
  const found = await findSyncLog(actor, id)
  return syncLogView(found, (await readPlanLinks([found])).get(id))
}
