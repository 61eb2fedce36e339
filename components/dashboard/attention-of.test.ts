import { expect, test } from "vitest"
import type { IntegrationView } from "@/lib/domain/integration"
import { noCounts, type SyncLogView } from "@/lib/domain/sync-log"
import { attentionOf } from "./attention-of"

const run: SyncLogView = {
  id: "01990000-0000-7000-8000-000000000001",
  integrationId: "01990000-0000-7000-8000-000000000002",
  integrationName: "Addigy",
  provider: "addigy",
  status: "SUCCESS",
  mode: "sync",
  trigger: "scheduled",
  triggeredBy: null,
  startedAt: null,
  completedAt: null,
  createdAt: "2026-11-22T04:00:00Z",
  durationMs: null,
  counts: noCounts,
  progress: null,
  receipt: {},
  error: null,
  attempt: 1,
}

const integration = (change: Partial<IntegrationView>): IntegrationView => ({
  id: "01990000-0000-7000-8000-000000000002",
  provider: "addigy",
  name: "Addigy",
  settings: {},
  credentialKeys: ["apiKey"],
  syncInterval: 3600,
  cron: null,
  timeZone: "UTC",
  syncEnabled: true,
  nextSyncAt: null,
  scheduleNote: null,
  removalPolicy: { records: 10, percent: 20 },
  requestsPerSecond: null,
  streams: [],
  lastSync: run,
  deviceCount: 0,
  createdAt: "2026-11-22T04:00:00Z",
  updatedAt: "2026-11-22T04:00:00Z",
  ...change,
})

test("a healthy integration needs nobody, nor one whose schedule was switched off on purpose", () => {
  expect(attentionOf([integration({})])).toEqual([])
  expect(attentionOf([integration({ syncEnabled: false, scheduleNote: "Switched off." })])).toEqual([])
})

test("a failed sync comes first, with its cause, the remedy and the way to the run", () => {
  const error = { code: "unauthorized" as const, message: "The key was refused (401).", providerSaid: null }
  const [first, ...rest] = attentionOf([
    integration({ lastSync: null, name: "Branch" }),
    integration({ lastSync: { ...run, status: "FAILED", error } }),
  ])
  expect(first).toMatchObject({ tone: "bad", href: `/syncs/${run.id}` })
  expect(first?.detail).toContain("The key was refused (401). An admin has to set this right")
  expect(rest.map(({ title }) => title)).toEqual(["Branch has not synced yet"])
})

test("held removals and a schedule that cannot run are told", () => {
  const held = { ...run, status: "PARTIAL" as const, counts: { ...noCounts, held: 12 } }
  const titles = attentionOf([integration({ lastSync: held, scheduleNote: "Kept by hand." })]).map(
    ({ title, detail }) => `${title}: ${detail}`,
  )
  expect(titles).toEqual([
    "The last sync of Addigy left something over: 12 removals held.",
    "Addigy does not sync by itself: Kept by hand.",
  ])
})
