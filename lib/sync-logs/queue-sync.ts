import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import type { SyncStarted } from "@/lib/domain/integration"
import { RequestError } from "@/lib/domain/problem"
import type { SyncMode, SyncTrigger } from "@/lib/domain/sync-log"
import { anotherRunIsLive } from "./another-run-is-live"
import { queueRun } from "./queue-run"

type Request = { integrationId: string; mode: SyncMode; trigger: SyncTrigger }

/**
 * Starts a sync by hand, whether its schedule is on or off (S4-MANUAL), or a preview, which only keeps the plan (N-PLAN);
 * members and admins. A run in progress that does the same is returned, not doubled. Throws 403, 404, 409 while a run that
 * does something else is in progress, and 422 for a replay, which is started from the run whose pages it reads.
 */
export async function queueSync(
  actor: Actor,
  { integrationId, mode, trigger }: Request,
): Promise<SyncStarted> {
  authorize(actor, "MEMBER")
  if (mode === "replay") {
    const message = "A replay reads the stored pages of one run: POST to /api/sync-logs/<its id>/replay."
    throw new RequestError(422, message, { mode: [message] })
  }
  const { accountId, userId: triggeredById } = actor
  const owned = await prisma().integration.count({ where: { id: integrationId, accountId, deletedAt: null } })
  if (owned === 0) throw new RequestError(404, "There is no integration with this id in your account.")
  const run = { accountId, integrationId, mode, trigger, triggeredById }
  const { id, isSame } = await inTransaction((client) => queueRun(client, run))
  if (isSame) return { status: "in_progress", job_id: id }
  throw anotherRunIsLive(id)
}
