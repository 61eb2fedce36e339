import { noCounts, type SyncLogView } from "@/lib/domain/sync-log"

/** A sync that went through and changed nothing, but for what is given. */
export const makeRun = (change: Partial<SyncLogView>): SyncLogView => ({
  id: "01990000-0000-7000-8000-000000000001",
  integrationId: "01990000-0000-7000-8000-000000000002",
  integrationName: "Addigy",
  provider: "addigy",
  status: "SUCCESS",
  mode: "sync",
  trigger: "manual",
  triggeredBy: null,
  startedAt: "2026-11-22T04:00:00Z",
  completedAt: null,
  createdAt: "2026-11-22T04:00:00Z",
  durationMs: null,
  counts: noCounts,
  progress: null,
  receipt: {},
  error: null,
  attempt: 1,
  ...change,
})
