import { expect, test } from "vitest"
import { missingFromLock } from "./missing-from-lock"

test("a platform build without an entry is named with its dependent", () => {
  const packages = {
    "": { optionalDependencies: { there: "1.0.0" } },
    "node_modules/there": { version: "1.0.0" },
    "node_modules/next": { version: "16.0.0", optionalDependencies: { "@next/swc-darwin-arm64": "16.0.0" } },
  }
  expect(missingFromLock({ packages })).toEqual(["next@16.0.0 -> @next/swc-darwin-arm64@16.0.0"])
})

test("an entry counts wherever Node would find it", () => {
  const packages = {
    "node_modules/a": {},
    "node_modules/a/node_modules/b": { optionalDependencies: { nested: "1", hoisted: "1" } },
    "node_modules/a/node_modules/nested": {},
    "node_modules/hoisted": {},
  }
  expect(missingFromLock({ packages })).toEqual([])
})
