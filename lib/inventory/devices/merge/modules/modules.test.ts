import { describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import type { DeviceModule } from "@/lib/domain/device"
import type { SourceRecord } from "@/lib/domain/session"
import { edgeModule } from "@/lib/inventory/devices/modules/modules.test-support"
import {
  type Bench,
  newIntegration,
  parts,
  readChanges,
  readDevices,
  readRun,
  record,
  type Script,
  sync,
} from "@/lib/sync/engine.test-support"
import { runSync } from "@/lib/sync/run-sync"
import { testDatabase } from "@/lib/tooling/test-database"

testDatabase()

const edge = (n: number, modules: DeviceModule[], over: Partial<SourceRecord> = {}): SourceRecord => ({
  ...record(n, { kind: "edge" }),
  modules,
  ...over,
})

describe("S3-VERSION modules of edge devices", () => {
  test("S3-VERSION the modules of a new edge device are kept, and a second run of the same rewrites no row", async () => {
    const at = await newIntegration()
    const script = { records: [edge(1, [edgeModule("filter"), edgeModule("upload")]), record(2)] }
    expect((await sync(at, script)).counts).toMatchObject({ created: 2 })
    expect(await readModules()).toMatchObject([
      {
        external_id: "agent-1",
        name: "filter",
        image: "registry.example/filter:1",
        runtime_status: "running",
      },
      { external_id: "agent-1", name: "upload" },
    ])
    const before = await versions()
    expect((await sync(at, script)).counts).toMatchObject({ unchanged: 2, updated: 0 })
    expect(await versions()).toEqual(before)
    const [device] = await readDevices(at.accountId)
    expect(await readChanges(device.id)).toEqual([{ kind: "created", fields: {} }])
  })

  test("S3-VERSION how a module runs is always written, though the device's version stays, and never in the history", async () => {
    const at = await newIntegration()
    await sync(at, { records: [edge(1, [edgeModule("pump")], { sourceVersion: 7 })] })
    const broken = { runtimeStatus: "backoff", restarts: 3, exitCode: 3221225786, lastActivityAt: null }
    const run = await sync(at, { records: [edge(1, [edgeModule("pump", broken)], { sourceVersion: 7 })] })
    expect(run.counts).toMatchObject({ updated: 0, unchanged: 1 })
    expect(await readModules(at)).toMatchObject([
      { runtime_status: "backoff", restarts: "3", exit_code: "3221225786", last_activity_at: null },
    ])
    const [device] = await readDevices(at.accountId)
    expect(await readChanges(device.id)).toHaveLength(1)
  })

  test("S3-VERSION modules that come, go or are meant to run otherwise are an update of the device, in its history", async () => {
    const at = await newIntegration()
    await sync(at, {
      records: [edge(1, [edgeModule("old"), edgeModule("kept"), edgeModule("moved")]), edge(2, [])],
    })
    const moved = edgeModule("moved", { image: "registry.example/moved:2" })
    const run = await sync(at, {
      records: [
        edge(1, [edgeModule("new"), edgeModule("kept"), moved], { attributes: { filevault: false } }),
        edge(2, []),
      ],
    })
    expect(run.counts).toMatchObject({ updated: 1, unchanged: 1 })
    const config = (image: string) => ({ image, version: null, desiredStatus: "running" })
    const [device] = await readDevices(at.accountId)
    expect((await readChanges(device.id)).slice(1)).toEqual([
      {
        kind: "updated",
        fields: {
          "attributes.filevault": [true, false],
          "modules.new": [null, config("registry.example/new:1")],
          "modules.old": [config("registry.example/old:1"), null],
          "modules.moved": [config("registry.example/moved:1"), config("registry.example/moved:2")],
        },
      },
    ])
    expect((await readModules(at)).map(({ name }) => name)).toEqual(["kept", "moved", "new"])
  })

  test("S3-VERSION a device whose modules alone changed counts as updated", async () => {
    const at = await newIntegration()
    await sync(at, { records: [edge(1, [edgeModule("a")])] })
    const run = await sync(at, { records: [edge(1, [edgeModule("a", { desiredStatus: "stopped" })])] })
    expect(run.counts).toMatchObject({ updated: 1, unchanged: 0 })
    expect(await readModules(at)).toMatchObject([{ desired_status: "stopped" }])
  })

  test("S3-VERSION an edge device made anew under its old id brings its own modules", async () => {
    const at = await newIntegration()
    await sync(at, { records: [edge(1, [edgeModule("a")], { sourceVersion: 9, identity: "first" })] })
    const anew = edge(1, [edgeModule("b")], { sourceVersion: 1, identity: "second" })
    await sync(at, { records: [{ ...anew, fields: { ...anew.fields, name: "Anew" } }] })
    expect(await readDevices(at.accountId)).toMatchObject([{ name: "Anew" }])
    expect((await readModules(at)).map(({ name }) => name)).toEqual(["b"])
  })
})

test("a source that says nothing of modules leaves them; one that says there are none takes them away", async () => {
  const at = await newIntegration()
  await sync(at, { records: [edge(1, [edgeModule("a")])] })
  await sync(at, { records: [record(1, { kind: "edge" })] })
  expect(await readModules(at)).toHaveLength(1)
  await sync(at, { records: [edge(1, [])] })
  expect(await readModules(at)).toEqual([])
})

test("S3-AZURE-EDGE a device that is no edge device any more loses its modules, and its history says so", async () => {
  const at = await newIntegration()
  await sync(at, { records: [edge(1, [edgeModule("a"), edgeModule("b")]), edge(2, [edgeModule("c")])] })
  const plain = { ...record(1, { kind: "standard" }), sourceVersion: 1, identity: "plain" }
  const preview = await runWith(at, "preview", {}, { records: [plain, edge(2, [edgeModule("c")])] })
  expect(preview.counts).toMatchObject({ updated: 1, unchanged: 1 })
  expect(await readModules(at)).toHaveLength(3)
  const run = await sync(at, { records: [plain, edge(2, [edgeModule("c")])] })
  expect(run.counts).toMatchObject({ updated: 1, unchanged: 1 })
  expect((await readModules(at)).map(({ name }) => name)).toEqual(["c"])
  const [device] = await readDevices(at.accountId)
  expect((await readChanges(device.id)).at(-1)?.fields).toMatchObject({
    kind: ["edge", "standard"],
    "modules.a": [expect.objectContaining({ image: "registry.example/a:1" }), null],
    "modules.b": [expect.any(Object), null],
  })
})

test("S3-VERSION a stale reply that calls an edge device none takes no modules away", async () => {
  const at = await newIntegration()
  await sync(at, { records: [edge(1, [edgeModule("a")], { sourceVersion: 5, identity: "same" })] })
  const stale = { ...record(1, { kind: "standard" }), sourceVersion: 4, identity: "same" }
  expect((await sync(at, { records: [stale] })).counts).toMatchObject({ updated: 0 })
  expect(await readModules(at)).toHaveLength(1)
})

test("S3-ISOLATE a module that is named twice is kept once, and the others stand", async () => {
  const at = await newIntegration()
  const run = await sync(at, { records: [edge(1, [edgeModule("a"), edgeModule("a"), edgeModule("b")])] })
  expect(run.status).toBe("SUCCESS")
  expect((await readModules(at)).map(({ name }) => name)).toEqual(["a", "b"])
})

test("S3-REMOVE modules of a device that was removed stay with it, and come back as they are said to be", async () => {
  const at = await newIntegration()
  const others = Array.from({ length: 9 }, (_, n) => record(100 + n))
  await sync(at, { records: [edge(1, [edgeModule("a")]), ...others] })
  for (const _ of [1, 2]) await sync(at, { records: others })
  expect((await readDevices(at.accountId)).filter(({ status }) => status === "retired")).toHaveLength(1)
  expect(await readModules(at)).toHaveLength(1)
  const run = await sync(at, { records: [edge(1, [edgeModule("a"), edgeModule("b")]), ...others] })
  expect(run.counts).toMatchObject({ restored: 1 })
  expect(await readModules(at)).toHaveLength(2)
})

test("N-PLAN a preview shows changed modules and keeps them; applying it makes them so", async () => {
  const at = await newIntegration()
  await sync(at, { records: [edge(1, [edgeModule("a")])] })
  const preview = await runWith(at, "preview", {}, { records: [edge(1, [edgeModule("b")])] })
  expect(preview.counts).toMatchObject({ updated: 1 })
  expect((await readModules(at)).map(({ name }) => name)).toEqual(["a"])
  const { rows } = await pool().query("select action, diff from sync_changes where sync_log_id = $1", [
    preview.id,
  ])
  expect(rows).toMatchObject([
    { action: "update", diff: { "modules.a": [{ image: "registry.example/a:1" }, null] } },
  ])
  const applied = await runWith(at, "sync", { applies: preview.id }, { records: [] })
  expect(applied).toMatchObject({ status: "SUCCESS", counts: { updated: 1 } })
  expect((await readModules(at)).map(({ name }) => name)).toEqual(["b"])
})

async function runWith(at: Bench, mode: string, context: object, script: Script) {
  const { rows } = await pool().query<{ id: string }>(
    "insert into sync_logs (account_id, integration_id, trigger, mode, context) values ($1, $2, 'manual', $3::sync_mode, $4) returning id",
    [at.accountId, at.integrationId, mode, context],
  )
  const id = rows[0]?.id ?? ""
  await runSync(parts(script), id, new AbortController().signal)
  return readRun(id)
}

async function readModules(at?: Bench) {
  const { rows } = await pool().query(
    "select * from device_modules where $1::uuid is null or integration_id = $1 order by external_id, name",
    [at?.integrationId ?? null],
  )
  return rows
}

async function versions() {
  const tables = ["devices", "device_records", "device_states", "device_modules", "device_changes"]
  const all = tables.map((table) => pool().query(`select ctid::text, xmin::text from ${table} order by ctid`))
  return (await Promise.all(all)).map((result) => result.rows)
}
