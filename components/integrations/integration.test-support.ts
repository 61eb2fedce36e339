import { makeRun } from "@/components/syncs/run.test-support"
import type { IntegrationView } from "@/lib/domain/integration"

/** A connected Addigy whose last sync went through, but for what is given. */
export const makeIntegration = (change: Partial<IntegrationView> = {}): IntegrationView => ({
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
  scheduleWords: "Manual only",
  hasSchedules: false,
  scheduleNote: null,
  removalPolicy: { records: 10, percent: 20 },
  requestsPerSecond: null,
  streams: [],
  lastSync: makeRun({ trigger: "scheduled" }),
  deviceCount: 0,
  circuitCount: 0,
  publishedItems: null,
  createdAt: "2026-11-22T04:00:00Z",
  updatedAt: "2026-11-22T04:00:00Z",
  ...change,
})
