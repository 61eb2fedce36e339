import { expect, test } from "vitest"
import { clockSkewMs, formatRelative } from "./format-relative"

const now = Date.parse("2026-11-22T04:00:00Z")
const minutes = 60_000

test.each([
  [0, "just now"],
  [-30_000, "just now"],
  [4000, "just now"],
  [30_000, "in a moment"],
  [-50_000, "1 min ago"],
  [-3 * minutes, "3 min ago"],
  [59 * minutes, "in 1 h"],
  [-26 * 60 * minutes, "1 d ago"],
  [-400 * 24 * 60 * minutes, "1 y ago"],
])("%d ms from now is said as %s", (distance, words) => {
  expect(formatRelative(now + distance, now)).toBe(words)
})

test("what happened a little ahead of the browser's clock happened just now; what is planned is still to come", () => {
  expect(formatRelative(now + 50_000, now, clockSkewMs)).toBe("just now")
  expect(formatRelative(now + 50_000, now)).toBe("in 1 min")
  expect(formatRelative(now + 30 * minutes, now, clockSkewMs)).toBe("in 30 min")
})
