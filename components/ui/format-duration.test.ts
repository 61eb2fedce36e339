import { expect, test } from "vitest"
import { formatDuration } from "./format-duration"

test.each([
  [0, "0 ms"],
  [840.4, "840 ms"],
  [4210, "4.2 s"],
  [9960, "9.9 s"],
  [59_900, "59 s"],
  [185_000, "3 min 5 s"],
  [7_200_000, "2 h"],
  [90_061_000, "1 d 1 h"],
])("%d ms is said as %s", (ms, words) => {
  expect(formatDuration(ms)).toBe(words)
})
