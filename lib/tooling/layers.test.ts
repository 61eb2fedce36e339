import { spawnSync } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"

/** One offence per row of the layer table: a folder, and what it may not see. */
const offences = [
  ["lib/domain", "node:fs"],
  ["lib/domain", "@/lib/env"],
  ["lib/http", "@/lib/db/client"],
  ["lib/providers/addigy", "@/lib/db/client"],
  ["lib/providers/addigy", "@/lib/providers/registry"],
  ["lib/providers/rest-mdm", "@/lib/providers/addigy/session"],
  ["lib/sync", "@/lib/providers/addigy/session"],
  ["lib/sync", "@/lib/inventory/devices/get-device"],
  ["lib/db", "@/lib/accounts/get-account"],
  ["lib/inventory/devices", "@/lib/sync/run-sync"],
  ["lib/integrations", "@/lib/providers/registry"],
  ["lib/a-new-noun", "@/components/ui/button"],
  ["lib/queries", "@/lib/db/client"],
  ["components/devices", "@/lib/inventory/devices/list-devices"],
  ["components/ui", "@/lib/providers/registry"],
  ["app/(signed-in)", "@/lib/sync/run-sync"],
  ["app/api", "@/lib/db/client"],
  ["app/api", "@/lib/providers/addigy/session"],
  ["worker", "@/lib/queries/devices"],
  ["worker", "@/components/ui/button"],
  ["simulators", "@/lib/db/client"],
  ["lib/tooling", "@/app/layout"],
  ["lib/sync", "../providers/registry"],
  ["app/api", "./../../worker/index"],
] as const

/** What is allowed, so that the rules are seen to let it pass. */
const allowed = [
  ["lib/domain", "./json"],
  ["lib/providers/addigy", "@/lib/http/send"],
  ["lib/sync", "@/lib/jobs/enqueue"],
  ["lib/integrations", "@/lib/schedule/next-sync-at"],
  ["components/devices", "@/lib/providers/catalog"],
  ["app/api", "@/lib/providers/registry"],
  ["worker", "@/lib/sync/run-sync"],
] as const

type Planted = { file: string; folder: string; from: string }
const ownFolder = "lib/a-new-noun"
const planted: Planted[] = [...offences, ...allowed].map(([folder, from], at) => ({
  folder,
  from,
  file: path.join(folder, `planted-${process.pid}-${at}.ts`),
}))
let refused: string[] = []

/** All of them in one call, type imports included, since Biome reads the whole tree each time. */
beforeAll(() => {
  mkdirSync(ownFolder)
  for (const { file, from } of planted) {
    writeFileSync(file, `import type { planted } from "${from}"\nexport type Planted = typeof planted\n`)
  }
  const files = planted.map(({ file }) => file)
  const rule = ["--only=style/noRestrictedImports", "--max-diagnostics=none", "--reporter=github"]
  const { stdout } = spawnSync("node_modules/.bin/biome", ["lint", ...rule, ...files], { encoding: "utf8" })
  refused = files.filter((file) => stdout.includes(file))
})
afterAll(() => {
  for (const { file } of planted) rmSync(file, { force: true })
  rmSync(ownFolder, { recursive: true, force: true })
})

const isRefused = (folder: string, from: string): boolean =>
  planted.some((one) => one.folder === folder && one.from === from && refused.includes(one.file))

test.each(offences)("%s may not import %s", (folder, from) => {
  expect(isRefused(folder, from)).toBe(true)
})

test.each(allowed)("%s may import %s", (folder, from) => {
  expect(isRefused(folder, from)).toBe(false)
})
