import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, expect, test } from "vitest"
import { bundle } from "./bundle"
import { isCurrent, stampOf } from "./source-stamp"

const folder = mkdtempSync(path.join(tmpdir(), "rollcall-bundle-"))
afterAll(() => rmSync(folder, { recursive: true }))

test("a bundle names every source of ours that is in it, the command line's own among them", async () => {
  const sources = await bundle({ entries: { rollcall: "lib/cli/main.ts" }, folder })
  expect(sources).toEqual(expect.arrayContaining(["lib/cli/main.ts", "lib/db/client.ts"]))
  expect(sources.filter((file) => file.includes("node_modules"))).toEqual([])
  expect(isCurrent(stampOf(sources))).toBe(true)
})

test("a stamp is out of date as soon as one of its files holds something else or is gone", () => {
  const [one, other] = [path.join(folder, "one.ts"), path.join(folder, "other.ts")]
  writeFileSync(one, "1")
  writeFileSync(other, "2")
  const stamp = stampOf([other, one])
  expect(isCurrent(stamp)).toBe(true)
  writeFileSync(other, "3")
  expect(isCurrent(stamp)).toBe(false)
  writeFileSync(other, "2")
  expect(isCurrent(stamp)).toBe(true)
  rmSync(one)
  expect(isCurrent(stamp)).toBe(false)
  expect(isCurrent("")).toBe(false)
})
