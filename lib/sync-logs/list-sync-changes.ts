import type { Actor } from "@/lib/domain/account"
import type { Listing } from "@/lib/domain/listing"
import type { SyncChangeQuery, SyncChangeView } from "@/lib/domain/sync-change"
import { findSyncLog } from "./find-sync-log"
import { readSyncChanges } from "./read-sync-changes"

/**
 * What a run changed, device by device, in the order it was made; of a preview what its plan would change, in the order of
 * the plan (N-PLAN). Throws 404.
 */
export async function listSyncChanges(
  actor: Actor,
  syncLogId: string,
  query: SyncChangeQuery,
): Promise<Listing<SyncChangeView>> {
  return readSyncChanges(await findSyncLog(actor, syncLogId), query)
}
