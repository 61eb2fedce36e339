import { inTransaction } from "@/lib/db/in-transaction"
import { anotherRunIsLive } from "@/lib/sync-logs/another-run-is-live"
import { queueRun } from "@/lib/sync-logs/queue-run"
import { findIntegration } from "./find-integration"

/** Queues a run of an integration and prints its id; or the id of the run in progress that does the same. Returns the id. */
export async function startRun(idOrName: string, mode: "sync" | "preview"): Promise<string> {
  const { id: integrationId, accountId } = await findIntegration(idOrName)
  const run = { accountId, integrationId, trigger: "manual", mode, triggeredById: null } as const
  const { id, isNew, isSame } = await inTransaction((client) => queueRun(client, run))
  if (!isSame) throw anotherRunIsLive(id)
  if (!isNew) console.error("A run was in progress already; this is its id.")
  console.log(id)
  return id
}
