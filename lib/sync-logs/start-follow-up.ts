import type { PoolClient } from "pg"
import { inTransaction } from "@/lib/db/in-transaction"
import type { SyncStarted } from "@/lib/domain/integration"
import { isRunning } from "@/lib/domain/is-running"
import { RequestError } from "@/lib/domain/problem"
import type { StreamId } from "@/lib/domain/provider-id"
import type { SyncMode, SyncStatus, SyncTrigger } from "@/lib/domain/sync-log"
import { anotherRunIsLive } from "./another-run-is-live"
import { type About, queueRun } from "./queue-run"
import { lockRun } from "./store"

/** Who starts it: a person, or null for the command line. */
export type By = { accountId: string; userId: string | null }

/** The run that another is to be about. */
export type Earlier = {
  id: string
  integrationId: string
  mode: SyncMode
  status: SyncStatus
  /** What it read; null for everything. */
  streams: StreamId[] | null
}

type FollowUp = {
  by: By
  syncLogId: string
  trigger: SyncTrigger
  mode: SyncMode
  about: About
  /** Throws 409 when this earlier run cannot be followed so. */
  check: (client: PoolClient, earlier: Earlier) => Promise<void>
}

/**
 * Starts a run that is about an earlier one, which stays locked meanwhile, so that of two who ask at once the second sees what
 * the first did. Throws 404, and 409 when the earlier run is not finished, its integration was removed or has a run in progress.
 */
export function startFollowUp({
  by,
  syncLogId,
  trigger,
  mode,
  about,
  check,
}: FollowUp): Promise<SyncStarted> {
  return inTransaction(async (client) => {
    const earlier = await findEarlier(client, by.accountId, syncLogId)
    await check(client, earlier)
    const { id, isNew } = await queueRun(client, {
      accountId: by.accountId,
      integrationId: earlier.integrationId,
      triggeredById: by.userId,
      trigger,
      mode,
      about,
      // There are pages of these alone
      ...(mode === "replay" && earlier.streams !== null && { streams: earlier.streams }),
    })
    if (isNew) return { status: "in_progress", job_id: id }
    throw anotherRunIsLive(id)
  })
}

async function findEarlier(client: PoolClient, accountId: string, syncLogId: string): Promise<Earlier> {
  const { rows } = await client.query<Earlier & { isRemoved: boolean }>(lockRun, [accountId, syncLogId])
  const [earlier] = rows
  if (earlier === undefined) throw new RequestError(404, "There is no sync with this id in your account.")
  if (earlier.isRemoved)
    throw new RequestError(409, "The integration of this run was removed. Nothing can be started from it.")
  if (isRunning(earlier.status))
    throw new RequestError(409, "This run is still in progress. Wait until it has ended, and try again.")
  return earlier
}
