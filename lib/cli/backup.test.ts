import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { Client } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { type Cluster, startCluster } from "@/lib/db/embedded/cluster"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { notifyAdmins } from "@/lib/notifications/notify-admins"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { startWorker } from "@/lib/tooling/test-worker"
import { type RestSimulator, startRestSimulator } from "@/simulators/rest-mdm/start-rest-simulator"
import { rollcall } from "./rollcall.test-support"

const url = testDatabase()
const folder = mkdtempSync(path.join(tmpdir(), "rollcall-backup-"))
const file = path.join(folder, "rollcall.sql.gz")
let simulator: RestSimulator
let fresh: Cluster

beforeAll(async () => {
  simulator = await startRestSimulator("simplemdm", { devices: 120 })
  fresh = await startCluster({
    home: path.resolve(".rollcall", `backup-${process.pid}`),
    flags: ["fsync=off"],
  })
})
afterAll(async () => {
  await simulator.stop()
  await fresh.stop()
  for (const made of [folder, path.resolve(".rollcall", `backup-${process.pid}`)])
    rmSync(made, { recursive: true, force: true })
})

/** Signs that a script has to tell from its own. */
const oddName = 'Acme\t"&"\\.\n\\.\r\u2028 Söhne'
const into = () => ({ env: { DATABASE_URL: fresh.url } })

/** How many rows each table has and what they are, as one line a table; what only means something in one database left out. */
async function contents(databaseUrl: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p'
         and relname <> '_prisma_migrations'`,
    )
    const found: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg((to_jsonb(t) - 'tx')::text, '|' order by (to_jsonb(t) - 'tx')::text)), '') as text
         from "${name}" t`,
      )
      found[name] = rows[0]?.text ?? ""
    }
    return found
  } finally {
    await client.end()
  }
}

test("O-UPGRADE what was backed up while a worker runs is whole in a fresh Postgres, and Rollcall goes on there", async () => {
  const { admin, accountId } = await makeTenant(oddName)
  const { settings, credentials } = simulator
  const input = { provider: "simplemdm", name: "Head office", settings, credentials, syncEnabled: false }
  const { id } = await createIntegration(admin, integrationInput.parse(input), {
    check: true,
    providers: registry,
    catalog,
    now: new Date(),
  })
  const first = await startWorker(url())
  expect((await rollcall(["sync", id, "--wait"])).code).toBe(0)
  simulator.control({ change: { count: 7, field: "device_name" } })
  expect((await rollcall(["sync", id, "--wait"])).code).toBe(0)
  await notifyAdmins(pool(), {
    accountId,
    kind: "sync_failed",
    title: oddName,
    body: oddName,
    href: null,
    integrationId: id,
    syncLogId: null,
    isKnown: false,
    wasFailing: null,
  })
  const before = await contents(url())
  const made = await rollcall(["backup", file])
  expect(made.stderr).toBe("")
  expect(made.stdout).toMatch(/^\d+ rows of \d+ tables written to /)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect((await rollcall(["backup", file])).stderr).toContain("is there already")
  first.kill("SIGTERM")

  const restored = await rollcall(["restore", file], into())
  expect(restored.stderr).toBe("")
  expect(restored.stdout).toMatch(/^\d+ tables restored as they stood at 20/)
  expect(await contents(fresh.url)).toEqual(before)
  expect(before.devices).toMatch(/^120 /)
  expect(before.device_changes).toMatch(/^127 /)

  await startWorker(fresh.url)
  const again = await rollcall(["sync", id, "--wait"], into())
  expect(again.stderr).toBe("")
  const client = new Client({ connectionString: fresh.url })
  await client.connect()
  const { rows } = await client.query(
    `select (select counts from sync_logs order by id desc limit 1) as counts,
       (select count(*)::int from device_changes) as changes,
       (select count(*)::int from events where tx >= pg_snapshot_xmin(pg_current_snapshot())) as unreadable`,
  )
  await client.end()
  expect(rows).toEqual([
    {
      counts: expect.objectContaining({ created: 0, updated: 0, unchanged: 120 }),
      changes: 127,
      unreadable: 0,
    },
  ])
})

test("O-UPGRADE nothing is restored over something, from another version, or from half a file", async () => {
  expect((await rollcall(["restore", file], into())).stderr).toContain("holds accounts already")
  const client = new Client({ connectionString: fresh.url })
  await client.connect()
  await client.query("create database other")
  await client.end()
  const other = new URL(fresh.url)
  other.pathname = "/other"
  const text = String(gunzipSync(readFileSync(file)))
  const restore = async (content: string | Buffer) => {
    const broken = path.join(folder, "broken.gz")
    writeFileSync(broken, content)
    const { code, stderr } = await rollcall(["restore", broken], { env: { DATABASE_URL: other.href } })
    expect(code).toBe(1)
    return stderr
  }
  expect(await restore(gzipSync(text.slice(0, text.length / 2)))).toContain("ends in the middle")
  expect(await restore(readFileSync(file).subarray(0, 20_000))).not.toBe("")
  expect(await restore(gzipSync(text.replace("20261122000100_first", "20201122000100_first")))).toContain(
    "another version of Rollcall",
  )
  expect(await restore(gzipSync("select 1;\n"))).toContain("no backup")
  expect((await contents(other.href)).accounts).toMatch(/^0 /)
})
