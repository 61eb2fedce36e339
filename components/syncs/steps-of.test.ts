import { expect, test } from "vitest"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { makeRun } from "./run.test-support"
import { stepsOf } from "./steps-of"

const told = (run: SyncLogView) => stepsOf(run).map(({ name, state }) => `${name}: ${state}`)
const progress = { phase: "read" as const, stream: "devices", pages: 3, records: 300, expected: null }

test("a run goes from the queue to its end, each phase with what is known of it", () => {
  expect(stepsOf(makeRun({ progress: { ...progress, phase: "finish" }, durationMs: 4210 }))).toEqual([
    { name: "Queue", state: "done", note: "0 ms" },
    { name: "Read", state: "done", note: "300 records, 3 pages" },
    { name: "Compare", state: "done", note: null },
    { name: "Apply", state: "done", note: null },
    { name: "End", state: "done", note: "after 4.2 s" },
  ])
})

test("a live run is in one phase", () => {
  expect(told(makeRun({ status: "RUNNING", progress: { ...progress, phase: "plan" } }))).toEqual([
    "Queue: done",
    "Read: done",
    "Compare: now",
    "Apply: later",
    "End: later",
  ])
  expect(told(makeRun({ status: "PENDING", startedAt: null }))[0]).toBe("Queue: now")
})

test("one that failed or was cancelled shows how far it came", () => {
  expect(told(makeRun({ status: "FAILED", progress }))).toContain("Read: stopped")
  expect(told(makeRun({ status: "FAILED" }))).toContain("Read: stopped")
  expect(told(makeRun({ status: "CANCELLED", startedAt: null }))).toContain("Queue: stopped")
})

test("N-PLAN a preview keeps its plan, and a plan that is applied is opened first", () => {
  expect(told(makeRun({ mode: "preview" }))).toContain("Keep the plan: done")
  const plan = { appliedBy: null, applies: "x", replays: null, reverts: null }
  expect(told(makeRun({ plan }))).toContain("Open the plan: done")
})
