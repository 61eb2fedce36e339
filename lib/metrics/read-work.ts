import { pool } from "@/lib/db/client"
import type { Catalog } from "@/lib/domain/provider"
import { providersOf } from "@/lib/schedule/providers-of"
import { selectIntegrations, selectLiveRuns, selectQueue, selectRest } from "./store"

type Queue = {
  task: string
  ready: number
  later: number
  running: number
  failed: number
  lagSeconds: number
}
type LiveRuns = { provider: string; status: string; runs: number; oldestSeconds: number }
type Known = { provider: string; known: number; failing: number }
type Rest = {
  scheduleLagSeconds: number
  openHolds: number
  emails: number
  oldestEmailSeconds: number
  webhooks: number
  oldestWebhookSeconds: number
  /** Seconds since 1970; null where no worker ever ran. */
  workerSeenAt: number | null
}

export type Work = { queue: Queue[]; live: LiveRuns[]; integrations: Known[]; rest: Rest | null }

/** What there is to do in the whole installation, of all accounts and whichever process does it. */
export async function readWork(catalog: Catalog): Promise<Work> {
  const { rows: queue } = await pool().query<Queue>(selectQueue)
  const { rows: live } = await pool().query<LiveRuns>(selectLiveRuns)
  const { rows: integrations } = await pool().query<Known>(selectIntegrations)
  const { rows: rest } = await pool().query<Rest>(selectRest, [
    providersOf(catalog, "mdm"),
    providersOf(catalog, "master-data"),
  ])
  return { queue, live, integrations, rest: rest[0] ?? null }
}
