import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import type { SyncStarted } from "@/lib/domain/integration"
import { RequestError } from "@/lib/domain/problem"
import type { SyncMode, SyncTrigger } from "@/lib/domain/sync-log"
import { queueRun } from "./queue-run"

type Request = { integrationId: string; mode: SyncMode; trigger: SyncTrigger }

/**
 * Starts a sync by hand, whether its schedule is on or off (S4-MANUAL); members and admins. A run in progress is returned,
 * not doubled. Throws 403, 404, and 422 for a mode that is not built yet.
 */
export async function queueSync(
  actor: Actor,
  { integrationId, mode, trigger }: Request,
): Promise<SyncStarted> {
  authorize(actor, "MEMBER")
  if (mode !== "sync") {
    const message = `The mode "${mode}" is not built yet. Use "sync", or leave mode out.`
    throw new RequestError(422, message, { mode: [message] })
  }
  const { accountId, userId: triggeredById } = actor
  const owned = await prisma().integration.count({ where: { id: integrationId, accountId, deletedAt: null } })
  if (owned === 0) throw new RequestError(404, "There is no integration with this id in your account.")
  const run = { accountId, integrationId, mode, trigger, triggeredById }
  const { id } = await inTransaction((client) => queueRun(client, run))
  return { status: "in_progress", job_id: id }
}
