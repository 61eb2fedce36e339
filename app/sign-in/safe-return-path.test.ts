import { expect, test } from "vitest"
import { safeReturnPath } from "./safe-return-path"

test.each([
  ["/devices?search=a%20b", "/devices?search=a%20b"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
  ["//evil.example/x", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?callbackUrl=/sign-in", "/"],
])("O-LIMITS after signing in, %j leads to %s", (asked, path) => {
  expect(safeReturnPath(asked)).toBe(path)
})
