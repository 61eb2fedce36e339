import { expect, test } from "vitest"
import { fieldOf, momentOf } from "./local-time"

test("N-HISTORY a moment is shown in the zone of whoever looks, on both sides of a clock change", () => {
  expect(fieldOf("2026-11-22T04:00:00.000Z", "Europe/Berlin")).toBe("2026-11-22T05:00")
  expect(fieldOf("2026-07-22T23:30:00.000Z", "Europe/Berlin")).toBe("2026-07-23T01:30")
  expect(fieldOf("2026-11-22T00:00:00.000Z", "UTC")).toBe("2026-11-22T00:00")
  expect(fieldOf("", "UTC")).toBe("")
})

test("N-HISTORY what was typed is a moment, or nothing while it is not whole", () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  expect(fieldOf(momentOf("2026-11-22T05:00") ?? "", timeZone)).toBe("2026-11-22T05:00")
  expect(momentOf("")).toBeNull()
  expect(momentOf("2026-11-")).toBeNull()
})
