import type { PoolClient } from "pg"
import { authorize } from "@/lib/auth/authorize"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import type { SyncStarted } from "@/lib/domain/integration"
import { RequestError } from "@/lib/domain/problem"
import { anotherRunIsLive } from "@/lib/sync-logs/another-run-is-live"
import { queueRun } from "@/lib/sync-logs/queue-run"
import { getVersion } from "./list-versions"

/**
 * Starts a run that publishes an earlier version once more; admins only. Throws 403, 404, and 409 when it was never published,
 * is published now, is kept no longer, or while another run is in progress.
 */
export async function publishAgain(actor: Actor, id: string): Promise<SyncStarted> {
  authorize(actor, "ADMIN")
  const { status, isKept, isNewest, integrationId } = await getVersion(actor, id)
  if (status !== "published")
    throw new RequestError(409, "This list was never published. Approve the hold it waits in, or run a sync.")
  if (isNewest) throw new RequestError(409, "This version is the one that is published.")
  if (!isKept)
    throw new RequestError(409, "The content of this version is kept no longer. Run a sync instead.")
  const job_id = await inTransaction((client) => publishList(client, actor, { integrationId, versionId: id }))
  return { status: "in_progress", job_id }
}

type Publishing = { integrationId: string; versionId: string }

/** Queues a run that publishes this very list, in the caller's transaction; gives its id. Throws 409 while another is live. */
export async function publishList(
  client: PoolClient,
  { accountId, userId, via }: Actor,
  { integrationId, versionId }: Publishing,
): Promise<string> {
  const { id, isNew } = await queueRun(client, {
    accountId,
    integrationId,
    trigger: via === "token" ? "api" : "manual",
    mode: "sync",
    triggeredById: userId,
    about: { publishes: versionId },
  })
  if (isNew) return id
  throw anotherRunIsLive(id)
}
