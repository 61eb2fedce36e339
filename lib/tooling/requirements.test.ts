import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

/** What the platform must have tests of, and the requirement whose id those carry. */
const parts = [
  ["the sync service", "S4-SERVICE"],
  ["what is due and when next", "S4-INTERVALS"],
  ["a sync by hand", "S4-MANUAL"],
  ["restart and recovery", "S4-RECOVER"],
  ["the rate limit", "S4-RATE"],
  ["what happens on errors", "S0-ERROR"],
  ["retries", "S4-RETRY"],
] as const

const titles = globSync(["{app,components,lib,simulators,worker}/**/*.test.{ts,tsx}", "e2e/*.spec.ts"])
  .filter((file) => !file.endsWith("requirements.test.ts"))
  .flatMap((file) => readFileSync(file, "utf8").match(/["'`][^"'`\n]*\b[SNO]\d?-[A-Z][^"'`\n]*["'`]/g) ?? [])

test.each(parts)("S4-TESTS %s has tests that name %s", (_, id) => {
  expect(titles.filter((title) => title.includes(id))).not.toEqual([])
})
