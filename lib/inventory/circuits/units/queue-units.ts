import type { PoolClient } from "pg"
import { authorize } from "@/lib/auth/authorize"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { findCircuit } from "@/lib/inventory/circuits/get-circuit"
import { queueRun } from "@/lib/sync-logs/queue-run"
import { giveToRun, selectHasView, selectWanting, wantUnits } from "./queue/store"

type By = { trigger: SyncTrigger; triggeredById: string | null }

/**
 * Queues a run that reads the planned units that are wanted, for one integration or for all. One that has a live run is left
 * for later: the wish stays with the circuit, and the dispatcher asks again. Returns the ids of the runs.
 */
export async function queueWantedUnits(
  client: PoolClient,
  { trigger, triggeredById }: By,
  integrationId: string | null = null,
): Promise<string[]> {
  const { rows } = await client.query<{ accountId: string; integrationId: string }>(selectWanting, [
    integrationId,
  ])
  const runs: string[] = []
  for (const wanting of rows) {
    const run = { ...wanting, trigger, triggeredById, mode: "sync" } as const
    const { id, isNew } = await queueRun(client, { ...run, streams: ["planned-units"] })
    if (!isNew) continue
    await client.query(giveToRun, [wanting.integrationId, id])
    runs.push(id)
  }
  return runs
}

/**
 * Asks for the planned units of one circuit, whatever its stage; members and admins. Throws 403, 404, and 409 where the
 * integration has no view of planned units.
 */
export async function requestUnits(
  actor: Actor,
  circuitId: string,
): Promise<{ status: "in_progress"; job_id: string | null }> {
  authorize(actor, "MEMBER")
  await findCircuit(actor, circuitId)
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ hasView: boolean | null; integrationId: string }>(selectHasView, [
      circuitId,
    ])
    const [found] = rows
    if (found?.hasView !== true)
      throw new RequestError(
        409,
        "The integration has no view of planned units. An admin can enter its GUID under Settings > Integrations.",
      )
    await client.query(wantUnits, [circuitId])
    const by: By = { trigger: actor.via === "token" ? "api" : "manual", triggeredById: actor.userId }
    const [run] = await queueWantedUnits(client, by, found.integrationId)
    return { status: "in_progress", job_id: run ?? null }
  })
}
