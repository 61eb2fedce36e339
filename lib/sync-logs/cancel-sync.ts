import { authorize } from "@/lib/auth/authorize"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { findSyncLog } from "./find-sync-log"
import { getSyncLog } from "./get-sync-log"
import { requestCancel } from "./store"

/**
 * Cancels a run; members and admins. One that has not begun is CANCELLED at once, a running one stops at its next page.
 * Throws 403, 404, and 409 when it has ended.
 */
export async function cancelSync(actor: Actor, id: string): Promise<SyncLogView> {
  authorize(actor, "MEMBER")
  await findSyncLog(actor, id)
  const { rowCount } = await pool().query(requestCancel, [id])
  const after = await getSyncLog(actor, id)
  if (rowCount === 0)
    throw new RequestError(409, `This sync has ended (${after.status}); it cannot be cancelled.`)
  return after
}
