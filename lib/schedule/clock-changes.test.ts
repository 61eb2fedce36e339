import { describe, expect, test } from "vitest"
import type { Schedule } from "@/lib/domain/schedule"
import { nextRuns } from "./next-runs"
import { nextSyncAt } from "./next-sync-at"

/** zone, expression, looked at from, the next runs in UTC */
const table: [zone: string, expression: string, from: string, runs: string[]][] = [
  // spring forward: what the clock skips runs right after, once
  ["Europe/Berlin", "30 2 * * *", "2026-03-28T12:00", ["03-29T01:00", "03-30T00:30"]],
  ["America/New_York", "30 2 * * *", "2026-03-07T12:00", ["03-08T07:00", "03-09T06:30"]],
  ["America/New_York", "30 4 * * 1-5", "2026-03-06T12:00", ["03-09T08:30", "03-10T08:30"]],
  ["Australia/Sydney", "0 2 * * *", "2026-10-03T00:00", ["10-03T16:00", "10-04T15:00"]],
  ["Australia/Lord_Howe", "15 2 * * *", "2026-10-02T20:00", ["10-03T15:30", "10-04T15:15"]],
  // fall back: what comes twice runs once
  ["Europe/Berlin", "30 2 * * *", "2026-10-24T12:00", ["10-25T00:30", "10-26T01:30"]],
  ["America/New_York", "30 1 * * *", "2026-10-31T12:00", ["11-01T05:30", "11-02T06:30"]],
  ["Australia/Sydney", "30 2 * * *", "2026-04-03T20:00", ["04-04T15:30", "04-05T16:30"]],
  // each hour is each hour, whatever the clock shows
  ["Europe/Berlin", "0 * * * *", "2026-10-24T23:30", ["10-25T00:00", "10-25T01:00", "10-25T02:00"]],
  ["Europe/Berlin", "0 * * * *", "2026-03-28T23:30", ["03-29T00:00", "03-29T01:00", "03-29T02:00"]],
  // no clock change at all, and odd offsets
  ["Asia/Kolkata", "30 4 * * *", "2026-03-28T12:00", ["03-28T23:00", "03-29T23:00"]],
  ["Asia/Kathmandu", "0 0 * * *", "2026-03-28T12:00", ["03-28T18:15", "03-29T18:15"]],
  ["UTC", "0 4 * * *", "2026-03-28T12:00", ["03-29T04:00", "03-30T04:00"]],
  // the last days of months and a leap day
  ["UTC", "0 0 L * *", "2028-02-01T00:00", ["02-29T00:00", "03-31T00:00"]],
  ["UTC", "0 0 29 2 *", "2026-01-01T00:00", ["02-29T00:00"]],
]

describe("S4-INTERVALS cron expressions and the clock", () => {
  test.each(table)("%s, %s, from %s: %j", (timeZone, expression, from, runs) => {
    const schedule: Schedule = { kind: "cron", expression, timeZone }
    const found = nextRuns(schedule, new Date(`${from}:00Z`), runs.length)
    expect(found.map((run) => run.toISOString().slice(5, 16))).toEqual(runs)
  })

  test("missed runs are skipped across a clock change, in both directions", () => {
    const schedule: Schedule = { kind: "cron", expression: "30 4 * * *", timeZone: "Europe/Berlin" }
    const next = (from: string, now: string) =>
      nextSyncAt({ schedule, from: new Date(from), now: new Date(now) })?.toISOString()
    expect(next("2026-03-27T03:30:00Z", "2026-03-30T12:00:00Z")).toBe("2026-03-31T02:30:00.000Z")
    expect(next("2026-10-23T02:30:00Z", "2026-10-26T12:00:00Z")).toBe("2026-10-27T03:30:00.000Z")
  })

  test("intervals count real seconds through a clock change", () => {
    const runs = nextRuns({ kind: "interval", seconds: 21600 }, new Date("2026-03-28T18:00:00Z"), 4)
    expect(runs.map((run) => run.toISOString().slice(5, 16))).toEqual([
      "03-29T00:00",
      "03-29T06:00",
      "03-29T12:00",
      "03-29T18:00",
    ])
  })
})
