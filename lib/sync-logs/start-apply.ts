import type { PoolClient } from "pg"
import type { SyncStarted } from "@/lib/domain/integration"
import { RequestError } from "@/lib/domain/problem"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { type By, type Earlier, startFollowUp } from "./start-follow-up"
import { isPlanKept, selectAppliers } from "./store"

type Apply = { by: By; planId: string; trigger: SyncTrigger }

/**
 * Starts a run that carries out exactly the plan that a preview, a replay or the preview of a revert kept; it fails and says
 * which rows moved when the plan no longer holds. Throws 404, and 409 when the run is no such plan, is unfinished, was
 * carried out already, asks for nothing, or while a run of its integration is in progress.
 */
export async function startApply({ by, planId, trigger }: Apply): Promise<SyncStarted> {
  const about = { applies: planId }
  return startFollowUp({ by, syncLogId: planId, trigger, mode: "sync", about, check: refuseUnlessPlan })
}

async function refuseUnlessPlan(client: PoolClient, { id, mode, status }: Earlier): Promise<void> {
  if (mode === "sync")
    throw new RequestError(
      409,
      "This run was a sync, which made its changes itself. Only the plan of a preview can be applied: make a preview first.",
    )
  if (status !== "SUCCESS" && status !== "PARTIAL")
    throw new RequestError(
      409,
      `This preview ended as ${status}, so its plan is not whole. Make a new preview.`,
    )
  const { rows: appliers } = await client.query<{ id: string }>(selectAppliers, [[id]])
  if (appliers[0] !== undefined)
    throw new RequestError(
      409,
      `This plan is carried out by run ${appliers[0].id}. Look at that run, or make a new preview.`,
    )
  const { rows } = await client.query<{ kept: boolean }>(isPlanKept, [id])
  if (rows[0]?.kept !== true)
    throw new RequestError(
      409,
      "This plan asks for no change, or was kept no longer. There is nothing to apply: make a new preview.",
    )
}
