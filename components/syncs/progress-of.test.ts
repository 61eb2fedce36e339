import { describe, expect, test } from "vitest"
import type { SyncProgress } from "@/lib/domain/sync-log"
import { progressOf } from "./progress-of"
import { makeRun } from "./run.test-support"

const start = Date.parse("2026-11-22T04:00:00Z")
const moment = { now: start + 2000, rate: 150, timeZone: "UTC" }
const reading: SyncProgress = { phase: "read", stream: "devices", pages: 3, records: 300, expected: 1200 }
const running = makeRun({ status: "RUNNING", progress: reading })

describe("S0-MANUAL the progress of a run", () => {
  test("tells records of the expected total, pages, rate and time left", () => {
    expect(progressOf(running, moment)).toEqual({
      step: "Reading",
      detail: "300 of 1,200 records · 3 pages · 150 records/s · about 6 s left",
      percent: 25,
    })
  })

  test("has neither percentage nor time left while the provider gives no total", () => {
    const shown = progressOf({ ...running, progress: { ...reading, expected: null } }, moment)
    expect(shown).toMatchObject({ percent: null, detail: "300 records · 3 pages · 150 records/s" })
  })

  test("tells no rate before there is one", () => {
    expect(progressOf(running, { ...moment, rate: null }).detail).toBe("300 of 1,200 records · 3 pages")
  })

  test("never claims to be done while it still reads", () => {
    expect(progressOf({ ...running, progress: { ...reading, records: 1300 } }, moment).percent).toBe(99)
  })

  test("names the step after reading, and a preview only keeps its plan", () => {
    const applying = { ...running, progress: { ...reading, phase: "apply" as const } }
    expect(progressOf(applying, moment)).toEqual({
      step: "Applying the changes",
      detail: "300 records on 3 pages",
      percent: 100,
    })
    expect(progressOf({ ...applying, mode: "preview" }, moment).step).toBe("Keeping the plan")
  })
})

describe("a run that has not begun", () => {
  const pending = makeRun({ status: "PENDING", startedAt: null })

  test("says after a while that no worker takes it up", () => {
    expect(progressOf(pending, moment).step).toBe("Waiting for a worker")
    expect(progressOf(pending, { ...moment, now: start + 20_000 }).step).toContain(
      "Check that the worker is running",
    )
  })

  test("S4-RETRY says what it waits for, however long", () => {
    const until = "2026-11-22T05:00:00Z"
    const late = { ...moment, now: start + 20_000 }
    const retry = { ...pending, waiting: { for: "retry" as const, until } }
    expect(progressOf(retry, late).step).toContain("Tried again at 22 Nov 2026, 05:00:00 UTC")
    const place = { ...pending, waiting: { for: "place" as const, until } }
    expect(progressOf(place, late).step).toContain("Waiting its turn")
  })
})
