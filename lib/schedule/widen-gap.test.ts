import { describe, expect, test } from "vitest"
import type { Schedule } from "@/lib/domain/schedule"
import { narrowGap, widenGap } from "./widen-gap"

const every = (seconds: 300 | 3600 | 86400): Schedule => ({ kind: "interval", seconds })
const cron = (expression: string, timeZone = "UTC"): Schedule => ({ kind: "cron", expression, timeZone })
const at = (text: string) => new Date(`2026-03-02T${text}Z`)

/** A run planned for 10:00 failed at 10:00:20; the next is planned already. */
const next = (schedule: Schedule, planned: Date, failures: number) =>
  widenGap({ schedule, planned, failures, now: at("10:00:20") })
    .toISOString()
    .slice(8, 16)

describe("O-NOTIFY the gap after failed runs in a row", () => {
  test.each([
    [1, "02T10:05"],
    [2, "02T10:05"],
    [3, "02T10:10"],
    [4, "02T10:20"],
    [5, "02T10:40"],
    [11, "03T10:00"],
    [40, "03T10:00"],
  ])("of every 5 minutes, after %i: next at %s", (failures, time) => {
    expect(next(every(300), at("10:05:00"), failures)).toBe(time)
  })

  test.each([
    ["*/10 * * * *", "02T10:10", 3, "02T10:20"],
    ["*/10 * * * *", "02T10:10", 5, "02T11:20"],
    ["0 * * * *", "02T11:00", 30, "03T10:00"],
    // a day is the longest, and a schedule that is rarer than that is left alone
    ["0 10 * * *", "03T10:00", 9, "03T10:00"],
    ["0 10 * * 1", "09T10:00", 9, "09T10:00"],
  ])("of %s is a planned time: instead of %s, after %i, %s", (expression, planned, failures, time) => {
    expect(next(cron(expression), new Date(`2026-03-${planned}:00Z`), failures)).toBe(time)
  })

  test("of a manual schedule stays as it is", () => {
    expect(next({ kind: "manual" }, at("10:05:00"), 9)).toBe("02T10:05")
  })

  test("closes to the planned time that comes next", () => {
    const narrow = (schedule: Schedule, planned: Date) =>
      narrowGap({ schedule, planned, now: at("10:07:00") })
        .toISOString()
        .slice(8, 16)
    expect(narrow(every(300), new Date("2026-03-03T10:00:00Z"))).toBe("02T10:10")
    expect(narrow(cron("*/10 * * * *"), new Date("2026-03-03T10:00:00Z"))).toBe("02T10:10")
    expect(narrow(every(3600), at("11:00:00"))).toBe("02T11:00")
    expect(narrow(every(300), at("10:05:00"))).toBe("02T10:05")
  })
})
