import { describe, expect, test } from "vitest"
import { noCounts } from "@/lib/domain/sync-log"
import { makeRun } from "./run.test-support"
import { kindOf, whyNotApply, whyNotReplay, whyNotRevert } from "./run-kind"

const id = "01990000-0000-7000-8000-000000000009"
const plan = { appliedBy: null, applies: null, replays: null, reverts: null }

test("a run is worded by what it is about", () => {
  expect(kindOf(makeRun({ plan }))).toBe("sync")
  expect(kindOf(makeRun({ plan: { ...plan, applies: id } }))).toBe("application")
  expect(kindOf(makeRun({ mode: "preview" }))).toBe("preview")
  expect(kindOf(makeRun({ mode: "preview", plan: { ...plan, reverts: id } }))).toBe("reversal")
  expect(kindOf(makeRun({ mode: "replay", plan: { ...plan, replays: id } }))).toBe("replay")
})

describe("what can follow on a run", () => {
  test("N-PLAN the plan of a preview is applied once, and only when it is whole", () => {
    const preview = makeRun({ mode: "preview", plan })
    expect(whyNotApply(preview)).toBeNull()
    expect(whyNotApply({ ...preview, plan: { ...plan, appliedBy: id } })).toContain("already")
    expect(whyNotApply({ ...preview, status: "FAILED" })).toContain("not whole")
    expect(whyNotApply(makeRun({}))).toContain("itself")
  })

  test("N-REPLAY only what was read from the provider to its end is run again", () => {
    expect(whyNotReplay(makeRun({ mode: "preview" }))).toBeNull()
    expect(whyNotReplay(makeRun({ mode: "replay" }))).toContain("read nothing")
    expect(whyNotReplay(makeRun({ plan: { ...plan, applies: id } }))).toContain("read nothing")
    expect(whyNotReplay(makeRun({ status: "FAILED" }))).toContain("did not read everything")
  })

  test("N-HISTORY only a sync that changed something is reverted", () => {
    expect(whyNotRevert(makeRun({ counts: { ...noCounts, updated: 1 } }))).toBeNull()
    expect(whyNotRevert(makeRun({ counts: { ...noCounts, unchanged: 25 } }))).toContain("changed nothing")
    expect(whyNotRevert(makeRun({ mode: "preview" }))).toContain("changes nothing")
  })
})
