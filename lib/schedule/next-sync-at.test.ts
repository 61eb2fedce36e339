import { describe, expect, test } from "vitest"
import type { Schedule } from "@/lib/domain/schedule"
import { describeSchedule } from "./describe-schedule"
import { firstSyncAt } from "./first-sync-at"
import { nextRuns } from "./next-runs"
import { nextSyncAt } from "./next-sync-at"

const hourly: Schedule = { kind: "interval", seconds: 3600 }
const cron = (expression: string, timeZone = "UTC"): Schedule => ({ kind: "cron", expression, timeZone })
const at = (text: string) => new Date(text)
const next = (schedule: Schedule, from: string, now = from) =>
  nextSyncAt({ schedule, from: at(from), now: at(now) })?.toISOString() ?? null

describe("S4-SERVICE the next sync time", () => {
  test("counts from the planned time, not from when the run came about", () => {
    expect(next(hourly, "2026-01-01T10:00:00Z", "2026-01-01T10:00:25Z")).toBe("2026-01-01T11:00:00.000Z")
  })

  test("skips what was missed instead of bunching it", () => {
    expect(next(hourly, "2026-01-01T10:00:00Z", "2026-01-03T10:30:00Z")).toBe("2026-01-03T11:00:00.000Z")
    expect(next(cron("0 4 * * *"), "2026-01-01T04:00:00Z", "2026-01-05T12:00:00Z")).toBe(
      "2026-01-06T04:00:00.000Z",
    )
  })

  test("lies after now, also when now is just the next planned time", () => {
    expect(next(hourly, "2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z")).toBe("2026-01-01T12:00:00.000Z")
  })

  test("is none for manual only", () => {
    expect(next({ kind: "manual" }, "2026-01-01T10:00:00Z")).toBeNull()
  })

  test("S0-CRON daily at 04:00 UTC", () => {
    expect(next(cron("0 4 * * *"), "2026-03-29T04:00:00Z")).toBe("2026-03-30T04:00:00.000Z")
  })
})

describe("S4-INTERVALS cron expressions in their own zone", () => {
  test("keep the time of day through both clock changes", () => {
    const runs = (from: string) =>
      nextRuns(cron("30 4 * * *", "America/New_York"), at(from), 2).map((run) => run.toISOString())
    expect(runs("2026-03-07T09:31:00Z")).toEqual(["2026-03-08T08:30:00.000Z", "2026-03-09T08:30:00.000Z"])
    expect(runs("2026-10-31T08:31:00Z")).toEqual(["2026-11-01T09:30:00.000Z", "2026-11-02T09:30:00.000Z"])
  })

  test("run once where the clock skips their time, and once where it comes twice", () => {
    const runs = (expression: string, from: string) =>
      nextRuns(cron(expression, "Europe/Berlin"), at(from), 2).map((run) => run.toISOString())
    expect(runs("30 2 * * *", "2026-03-28T12:00:00Z")).toEqual([
      "2026-03-29T01:00:00.000Z",
      "2026-03-30T00:30:00.000Z",
    ])
    expect(runs("30 2,14 * * *", "2026-10-24T20:00:00Z")).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T13:30:00.000Z",
    ])
  })
})

describe("S4-INTERVALS the first run of an interval", () => {
  const now = at("2026-01-01T00:00:00Z")
  const wait = (schedule: Schedule, integrationId: string) =>
    (firstSyncAt({ schedule, now, integrationId })?.getTime() ?? 0) - now.getTime()
  const ids = Array.from({ length: 200 }, (_, n) => `integration-${n}`)

  test.each([
    [300, 30_000],
    [3600, 60_000],
    [86400, 60_000],
  ] as const)("of %i s is spread by the id, by at most %i ms", (seconds, most) => {
    const spreads = ids.map((id) => wait({ kind: "interval", seconds }, id) - seconds * 1000)
    expect(Math.min(...spreads)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...spreads)).toBeLessThanOrEqual(most)
    expect(Math.max(...spreads) - Math.min(...spreads)).toBeGreaterThan(most * 0.9)
  })

  test("is the same for one id each time, and a cron time is kept to the minute", () => {
    expect(wait(hourly, "a")).toBe(wait(hourly, "a"))
    expect(wait(cron("0 4 * * *"), "a")).toBe(4 * 3600_000)
  })
})

test.each<[Schedule, string]>([
  [{ kind: "manual" }, "Manual only"],
  [{ kind: "interval", seconds: 300 }, "Every 5 minutes"],
  [hourly, "Every hour"],
  [{ kind: "interval", seconds: 21600 }, "Every 6 hours"],
  [{ kind: "interval", seconds: 86400 }, "Every day"],
  [cron("0 4 * * *"), "At 04:00, every day, UTC"],
])("S4-INTERVALS %j in words: %s", (schedule, words) => {
  expect(describeSchedule(schedule)).toBe(words)
})
