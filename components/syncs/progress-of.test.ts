import { describe, expect, test } from "vitest"
import { noCounts, type SyncLogView, type SyncProgress } from "@/lib/domain/sync-log"
import { progressOf, recordsPerSecond } from "./progress-of"

const start = Date.parse("2026-11-22T04:00:00Z")
const reading: SyncProgress = { phase: "read", stream: "devices", pages: 3, records: 300, expected: 1200 }

const run = (change: Partial<SyncLogView>): SyncLogView => ({
  id: "01990000-0000-7000-8000-000000000001",
  integrationId: "01990000-0000-7000-8000-000000000002",
  integrationName: "Addigy",
  provider: "addigy",
  status: "RUNNING",
  mode: "sync",
  trigger: "manual",
  triggeredBy: null,
  startedAt: "2026-11-22T04:00:00Z",
  completedAt: null,
  createdAt: "2026-11-22T04:00:00Z",
  durationMs: null,
  counts: noCounts,
  progress: reading,
  receipt: {},
  error: null,
  attempt: 1,
  ...change,
})

describe("S0-MANUAL the progress of a run", () => {
  test("tells records of the expected total, pages and rate", () => {
    expect(progressOf(run({}), start + 2000)).toEqual({
      step: "Reading",
      detail: "300 of 1,200 records · 3 pages · 150 records/s",
      percent: 25,
    })
  })

  test("has no percentage while the provider gives no total", () => {
    const shown = progressOf(run({ progress: { ...reading, expected: null } }), start + 2000)
    expect(shown.percent).toBeNull()
    expect(shown.detail).toBe("300 records · 3 pages · 150 records/s")
  })

  test("never claims to be done while it still reads", () => {
    expect(progressOf(run({ progress: { ...reading, records: 1300 } }), start + 2000).percent).toBe(99)
  })

  test("names the step after reading", () => {
    const shown = progressOf(run({ progress: { ...reading, phase: "apply" } }), start)
    expect(shown).toEqual({ step: "Applying the changes", detail: "300 records on 3 pages", percent: 100 })
  })

  test("a run that no worker takes up says so after a while", () => {
    const waiting = run({ status: "PENDING", startedAt: null, progress: null })
    expect(progressOf(waiting, start + 2000).step).toBe("Waiting for a worker")
    expect(progressOf(waiting, start + 20_000).step).toContain("Check that the worker is running")
  })
})

test("a rate needs a second and a record", () => {
  expect(recordsPerSecond(50, 400)).toBeNull()
  expect(recordsPerSecond(0, 5000)).toBeNull()
  expect(recordsPerSecond(10_000, 4000)).toBe(2500)
})
