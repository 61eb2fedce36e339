import { describe, expect, test } from "vitest"
import { noCounts, type StreamReceipt, type SyncLogView, streamReceipt } from "@/lib/domain/sync-log"
import { planWords } from "./change-wording"
import { countsApart } from "./counts-apart"
import { makeRun } from "./run.test-support"
import { whyNotRevert } from "./run-kind"
import { changesOf, changesOfRun, confirmedRecords, leftOverOf, outcomeOf, unitsNote } from "./sync-wording"

const run = makeRun({})
const receiptOf = (over: Partial<StreamReceipt>): StreamReceipt =>
  streamReceipt.parse({
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
    removals: "allowed",
    ...over,
  })
const listReceipt = receiptOf({ removals: "Published 12 items: 2 added, 1 gone, 10 as before." })

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

describe("S2-AGG the outcome of a run that read planned units", () => {
  const units = receiptOf({ created: 1, updated: 2, unchanged: 9, removals: "never: …" })
  const circuits = receiptOf({ records: 40, created: 20, updated: 5, unchanged: 15, removals: "never: …" })
  const ofUnits: SyncLogView = {
    ...run,
    provider: "workstudio",
    receipt: { "planned-units": units },
    counts: { ...noCounts, created: 1, updated: 2, unchanged: 9 },
  }
  const ofBoth: SyncLogView = {
    ...ofUnits,
    receipt: { circuits, "planned-units": units },
    counts: { ...noCounts, created: 21, updated: 7, unchanged: 24 },
  }

  test("S2-AGG says of how many circuits it read them and how many aggregates changed, and speaks of no circuit as synced", () => {
    expect(outcomeOf(ofUnits)).toBe("Planned units of 12 circuits read")
    expect(changesOfRun(ofUnits)).toBe("3 aggregates changed")
    expect(unitsNote(ofUnits)).toBe("Planned units of 12 circuits read, 3 aggregates changed.")
    expect(countsApart(ofUnits).counts).toEqual(noCounts)
    const old = { ...ofUnits, receipt: { "planned-units": { ...units, unchanged: null } } }
    expect(outcomeOf(old)).toBe("Planned units of 12 circuits read")
    const quiet = receiptOf({ records: 1, unchanged: 1 })
    const still = { ...ofUnits, receipt: { "planned-units": quiet }, counts: { ...noCounts, unchanged: 1 } }
    expect([unitsNote(still), changesOfRun(still)]).toEqual([
      "Planned units of 1 circuit read, no aggregate changed.",
      "no changes",
    ])
  })

  test("S2-AGG tells circuits and aggregates apart where a run read both, and leaves out units where there were none", () => {
    expect(outcomeOf(ofBoth)).toBe("40 circuits synced, planned units of 12 read")
    expect(changesOfRun(ofBoth)).toBe("20 created, 5 updated, 3 aggregates changed")
    const none = receiptOf({ records: 0, received: 0, unchanged: 0 })
    const plain = {
      ...ofBoth,
      receipt: { circuits, "planned-units": none },
      counts: { ...noCounts, created: 40 },
    }
    expect([outcomeOf(plain), unitsNote(plain)]).toEqual(["40 circuits synced", null])
  })

  test("N-PLAN an applied plan of them speaks of aggregates alone, and cannot be reverted", () => {
    const plan = { appliedBy: null, applies: run.id, replays: null, reverts: null }
    const taken = receiptOf({ complete: false, records: 3, created: 1, updated: 2, unchanged: 0 })
    const counts = { ...noCounts, created: 1, updated: 2 }
    const applied = { ...ofUnits, plan, receipt: { "planned-units": taken }, counts }
    expect(outcomeOf(applied)).toBe("Plan applied: 3 aggregates changed")
    expect(unitsNote(applied)).toBe("Planned units of 3 circuits taken from the plan, 3 aggregates changed.")
    expect(confirmedRecords(countsApart(applied).counts)).toBe(0)
    expect(whyNotRevert(applied)).toBe("What planned units add up to stands as it was read.")
  })

  test("N-PLAN a preview of them says what would change", () => {
    const preview = { ...ofUnits, mode: "preview" as const }
    expect(outcomeOf(preview)).toBe("Planned units of 12 circuits compared")
    expect(unitsNote(preview)).toBe("Planned units of 12 circuits compared, 3 aggregates would change.")
    const plan = (run: SyncLogView) => planWords({ create: 21, update: 7 }, "circuit", countsApart(run).units)
    expect(plan(ofBoth)).toBe("Would create 20, update 5 and change 3 aggregates.")
    expect(planWords({ create: 1, update: 2 }, "circuit", countsApart(ofUnits).units)).toBe(
      "Would change 3 aggregates.",
    )
    expect(planWords({}, "circuit", countsApart(ofUnits).units)).toContain("Would change nothing")
    expect(whyNotRevert(ofUnits)).toBe("What planned units add up to stands as it was read.")
    expect(whyNotRevert(ofBoth)).toBeNull()
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
