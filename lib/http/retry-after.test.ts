import { expect, it } from "vitest"
import { readRetryAfter } from "./retry-after"

const now = Date.UTC(2026, 1, 3, 10, 0, 0)

it.each([
  ["7", 7],
  [" 0 ", 0],
  ["Tue, 03 Feb 2026 10:01:30 GMT", 90],
  ["Tue, 03 Feb 2026 09:00:00 GMT", 0],
  ["soon", null],
  ["-5", null],
  ["1.5", null],
  ["", null],
  [null, null],
])("S4-RETRY reads Retry-After %j as %j seconds", (header, seconds) => {
  expect(readRetryAfter(header, now)).toBe(seconds)
})
