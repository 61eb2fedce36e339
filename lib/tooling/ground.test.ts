import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import path from "node:path"
import { afterEach, expect, test } from "vitest"
import { testDatabase } from "./test-database"

const url = testDatabase()
const home = mkdtempSync(path.resolve(".rollcall", "ground-"))
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** Opens the ground in a process of its own and gives what it printed. */
function open(options: string, environment: Record<string, string>) {
  const script = `const { openGround } = await import("./lib/tooling/ground.ts")
    const ground = await openGround(${options}); console.log(JSON.stringify(ground)); await ground.leave()`
  const { PATH = "" } = process.env
  const env = { NODE_ENV: "test" as const, PATH, ROLLCALL_HOME: home, DATABASE_URL: url(), ...environment }
  return spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env,
    encoding: "utf8",
  })
}

test("with a database of its own and no keys it refuses to start and says how to make them", () => {
  const { status, stderr } = open("{}", {})
  expect(status).toBe(1)
  expect(stderr).toContain("ROLLCALL_ENCRYPTION_KEYS is not set. Make one with: npm run rollcall -- key")
  expect(stderr).toContain("NEXTAUTH_SECRET is not set")
})

test("the demo's keys are made once, kept, and readable by their owner only", () => {
  const first = JSON.parse(open("{ keepKeys: true }", {}).stdout)
  const second = JSON.parse(open("{ keepKeys: true }", {}).stdout)
  const file = path.join(home, "keys.json")
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(second.env.ROLLCALL_ENCRYPTION_KEYS).toBe(first.env.ROLLCALL_ENCRYPTION_KEYS)
  expect(JSON.parse(readFileSync(file, "utf8")).NEXTAUTH_SECRET).toBe(first.env.NEXTAUTH_SECRET)
})

test("a database that is not there is named, without its password", () => {
  const { status, stderr } = open("{ keepKeys: true }", {
    DATABASE_URL: "postgresql://me:hush@127.0.0.1:1/nowhere",
  })
  expect(status).toBe(1)
  expect(stderr).toContain("The database nowhere on 127.0.0.1:1 cannot be opened")
  expect(stderr).not.toContain("hush")
})
