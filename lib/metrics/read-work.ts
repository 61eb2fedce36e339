import { pool } from "@/lib/db/client"
import type { Catalog } from "@/lib/domain/provider"
import { providersOf } from "@/lib/schedule/providers-of"
import { selectIntegrations, selectLists, selectLiveRuns, selectQueue, selectRest } from "./store"

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
type PublishedList = {
  list: string
  connected: number
  published: number
  held: number
  /** Null before the first is published. */
  fewestItems: number | null
  /** Null where none that is published has a schedule. */
  ageSeconds: number | null
  failuresInRow: number
}
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

export type Work = {
  queue: Queue[]
  live: LiveRuns[]
  integrations: Known[]
  lists: PublishedList[]
  rest: Rest | null
}

/** What there is to do in the whole installation, of all accounts and whichever process does it. */
export async function readWork(catalog: Catalog): Promise<Work> {
  const { rows: queue } = await pool().query<Queue>(selectQueue)
  const { rows: live } = await pool().query<LiveRuns>(selectLiveRuns)
  const { rows: integrations } = await pool().query<Known>(selectIntegrations)
  const ofLists = providersOf(catalog, "master-data")
  const { rows: lists } = await pool().query<PublishedList>(selectLists, [ofLists])
  const { rows: rest } = await pool().query<Rest>(selectRest, [providersOf(catalog, "mdm"), ofLists])
  return { queue, live, integrations, lists, rest: rest[0] ?? null }
}
