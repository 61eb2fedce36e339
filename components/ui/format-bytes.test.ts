import { expect, test } from "vitest"
import { formatBytes } from "./format-bytes"

test.each([
  [0, "0 B"],
  [840, "840 B"],
  [1234, "1.2 kB"],
  [34_000_000, "34 MB"],
  [5_000_000_000_000, "5000 GB"],
])("%d bytes are said as %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})
