import { z } from "zod"
import { pool } from "@/lib/db/client"
import type { PlanLinks } from "@/lib/domain/sync-plan"
import { selectAppliers } from "./store"

type Run = { id: string; context: unknown }

const link = z.uuid().nullable().default(null)
const context = z.object({ applies: link, replays: link, reverts: link })

/** Reads how each of these runs belongs to others, by their ids. */
export async function readPlanLinks(runs: Run[]): Promise<Map<string, PlanLinks>> {
  const { rows } = await pool().query<{ planId: string; id: string }>(selectAppliers, [
    runs.map(({ id }) => id),
  ])
  const appliers = new Map(rows.map(({ planId, id }) => [planId, id]))
  return new Map(
    runs.map((run) => [run.id, { appliedBy: appliers.get(run.id) ?? null, ...context.parse(run.context) }]),
  )
}
