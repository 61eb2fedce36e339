import { describe, expect, test } from "vitest"
import { noCounts, type SyncLogView, streamReceipt } from "@/lib/domain/sync-log"
import { makeRun } from "./run.test-support"
import { changesOf, confirmedRecords, leftOverOf, outcomeOf } from "./sync-wording"

const run = makeRun({})
const listReceipt = streamReceipt.parse({
  complete: true,
  scope: "all",
  pages: 1,
  received: 12,
  records: 12,
  duplicates: 0,
  rejected: 0,
  skipped: 0,
  stripped: 0,
  retries: 0,
  expectedTotal: null,
  removals: "Published 12 items: 2 added, 1 gone, 10 as before.",
})

describe("the outcome of a run", () => {
  test("S0-MANUAL says how many devices were synced, changed or not", () => {
    const counts = {
      ...noCounts,
      created: 3,
      updated: 2,
      unchanged: 19,
      restored: 1,
      removed: 4,
      rejected: 5,
    }
    expect(outcomeOf({ ...run, counts })).toBe("25 devices synced")
    expect(confirmedRecords(counts)).toBe(25)
  })

  test("says one device in the singular", () => {
    expect(outcomeOf({ ...run, counts: { ...noCounts, created: 1 } })).toBe("1 device synced")
  })

  test("S0-MANUAL says that a sync is in progress while it waits and while it runs", () => {
    expect(outcomeOf({ ...run, status: "PENDING" })).toBe("Sync in progress")
    expect(outcomeOf({ ...run, status: "RUNNING" })).toBe("Sync in progress")
  })

  test("N-PLAN an applied plan tells what it changed, a replay what it compared", () => {
    const plan = { appliedBy: null, applies: run.id, replays: null, reverts: null }
    const counts = { ...noCounts, created: 2, updated: 1 }
    expect(outcomeOf({ ...run, plan, counts })).toBe("Plan applied: 2 created, 1 updated")
    expect(outcomeOf({ ...run, plan, status: "FAILED" })).toBe("Applying a plan failed")
    expect(outcomeOf({ ...run, mode: "replay", counts })).toBe("3 devices compared")
    expect(outcomeOf({ ...run, mode: "preview", plan: { ...plan, applies: null, reverts: run.id } })).toBe(
      "Revert planned",
    )
  })

  test("a preview compares, it does not sync", () => {
    expect(outcomeOf({ ...run, mode: "preview", counts: { ...noCounts, created: 2 } })).toBe(
      "2 devices compared",
    )
  })
})

describe("S1-SYNC the outcome of a run of a list", () => {
  const ofList: SyncLogView = { ...run, provider: "master-data", receipt: { list: listReceipt } }

  test("S1-SYNC says how many items are published, and what came and went", () => {
    const counts = { ...noCounts, created: 2, removed: 1, unchanged: 10 }
    expect(outcomeOf({ ...ofList, counts })).toBe("12 items published")
    expect(changesOf(counts, "list-item")).toBe("2 added, 1 gone")
  })

  test("S1-GUARD says that a list is held, not removals", () => {
    const counts = { ...noCounts, unchanged: 12, held: 9 }
    expect(outcomeOf({ ...ofList, status: "PARTIAL", counts })).toBe("12 items stay published")
    expect(leftOverOf(counts, "list-item")).toBe("a new list held")
  })
})

test("changes name only what happened", () => {
  expect(changesOf({ ...noCounts, unchanged: 25 })).toBe("no changes")
  expect(changesOf({ ...noCounts, created: 1200, removed: 1 })).toBe("1,200 created, 1 removed")
})

test("what is left over names rejects, holds and conflicts, or nothing", () => {
  expect(leftOverOf(noCounts)).toBeNull()
  expect(leftOverOf({ ...noCounts, rejected: 1, held: 30 })).toBe("1 record rejected, 30 removals held")
})
