import { expect, test } from "vitest"
import { formatDate, formatDay, formatPlannedTime, formatTime } from "./format-time"

const at = new Date("2026-11-22T04:00:07.218Z")

test("a moment is said with its zone, as people write it and never as computers do", () => {
  expect(formatTime(at, "UTC")).toBe("22 Nov 2026, 04:00:07 UTC")
  expect(formatDate(at, "UTC")).toBe("22 Nov 2026")
  expect(formatPlannedTime(at, "UTC")).toBe("Sun 22 Nov, 04:00 UTC")
})

test("a day of the calendar is the same in every zone", () => {
  expect(formatDay("2026-11-22")).toBe("22 Nov 2026")
  expect(formatDay("2026-01-01")).toBe("1 Jan 2026")
})
