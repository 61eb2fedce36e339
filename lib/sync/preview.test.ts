import { describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { model, readModels } from "@/lib/inventory/device-models/models.test-support"
import { testDatabase } from "@/lib/tooling/test-database"
import {
  type Bench,
  newIntegration,
  newRunWith,
  parts,
  readChanges,
  readDevices,
  readRun,
  record,
  type Script,
  sync,
} from "./engine.test-support"
import type { SyncParts } from "./parts"
import { runSync } from "./run-sync"

testDatabase()

const fleet = (count: number) => Array.from({ length: count }, (_, n) => record(n))

describe("N-PLAN preview and apply", () => {
  test("N-PLAN a preview shows each change field by field and changes nothing", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(3) })
    const before = await versions()
    const changed = { ...record(1, { name: "Renamed" }), attributes: { filevault: false } }
    const run = await preview(at, { records: [record(0), changed, record(2), record("new")] })
    expect(run).toMatchObject({
      status: "SUCCESS",
      mode: "preview",
      counts: { created: 1, updated: 1, unchanged: 2 },
    })
    expect(await versions()).toEqual(before)
    expect(await plan(run.id)).toMatchObject([
      {
        action: "create",
        device_name: "Mac new",
        diff: { name: [null, "Mac new"], serialNumber: [null, "C02new"] },
      },
      {
        action: "update",
        device_name: "Mac 1",
        diff: { name: ["Mac 1", "Renamed"], "attributes.filevault": [true, false] },
      },
    ])
  })

  test("N-PLAN applying carries out exactly the plan, though the provider says something else by now", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(2) })
    const run = await preview(at, { records: [record(0, { name: "Planned" }), record(1), record("new")] })
    const applied = await apply(at, run.id)
    expect(applied).toMatchObject({ status: "SUCCESS", counts: { created: 1, updated: 1, removed: 0 } })
    expect((await readDevices(at.accountId)).map((device) => device.name)).toEqual([
      "Planned",
      "Mac 1",
      "Mac new",
    ])
  })

  test("N-PLAN a plan whose rows have moved is refused whole, and says which", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(2) })
    const run = await preview(at, { records: [record(0, { name: "Planned" }), record(1), record("new")] })
    await sync(at, { records: [record(0, { name: "Moved" }), record(1)] })
    const applied = await apply(at, run.id)
    expect(applied).toMatchObject({ status: "FAILED", error_code: "plan_moved" })
    expect(applied.error_message).toContain("1 record has changed since it was made (Mac 0)")
    expect((await readDevices(at.accountId)).map((device) => device.name)).toEqual(["Moved", "Mac 1"])
  })

  test("N-PLAN removals are in the plan, and applying makes exactly those", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(20) })
    await sync(at, { records: fleet(19) })
    const run = await preview(at, { records: fleet(18) })
    expect(run.counts).toMatchObject({ removed: 1 })
    expect((await plan(run.id)).map((row) => [row.action, row.device_name])).toEqual([
      ["missing", "Mac 18"],
      ["remove", "Mac 19"],
    ])
    expect((await apply(at, run.id)).counts).toMatchObject({ removed: 1 })
    expect((await readDevices(at.accountId)).filter((device) => device.status === "retired")).toMatchObject([
      { name: "Mac 19" },
    ])
  })

  test.each([
    ["a known record", [record(0, { serialNumber: "X" })]],
    ["another new one", [record(0)]],
  ])(
    "N-PLAN a preview with a record whose serial %s has too can be applied, and counts the conflict",
    async (_, known) => {
      const at = await newIntegration()
      await sync(at, { records: known })
      const twins = ["a", "b"].map((n) => record(n, { serialNumber: "X" }))
      const run = await preview(at, { records: [...known, ...twins] })
      const { conflicts } = run.counts
      expect(conflicts).toBeGreaterThan(0)
      const applied = await apply(at, run.id)
      expect(applied).toMatchObject({ status: "PARTIAL", error_code: null, counts: { conflicts } })
      const devices = await readDevices(at.accountId)
      expect(devices.filter((device) => device.serial_number === "X")).toHaveLength(1)
      expect(await sync(at, { records: [...known, ...twins] })).toMatchObject({ counts: { unchanged: 3 } })
    },
  )

  test("N-PLAN a plan of several streams is applied whole or not at all", async () => {
    const at = await newIntegration()
    const streams = () => ["device-models" as const, "devices" as const]
    const said = (name: string): Script => ({
      records: [record(0, { name })],
      streams: { "device-models": { records: [model("Pump", {}, name)] } },
    })
    await sync(at, said("Old"), { streams })
    const run = await preview(at, said("New"), { streams })
    await sync(at, { records: [record(0, { name: "Moved" })] })
    expect(await apply(at, run.id, { streams })).toMatchObject({ status: "FAILED", error_code: "plan_moved" })
    expect(await readModels(at.accountId)).toMatchObject([{ fields: { description: "Old" } }])
    const anew = await preview(at, said("New"), { streams })
    expect(await apply(at, anew.id, { streams })).toMatchObject({ status: "SUCCESS", counts: { updated: 2 } })
    expect(await readModels(at.accountId)).toMatchObject([{ fields: { description: "New" } }])
    expect(await readDevices(at.accountId)).toMatchObject([{ name: "New" }])
  })

  test("N-HOLD a plan that would remove what was held or dismissed since it was made is refused", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(40) })
    await sync(at, { records: fleet(35) })
    const run = await preview(at, { records: fleet(35) })
    expect(run.counts).toMatchObject({ removed: 5 })
    await sync(at, { records: fleet(10) })
    expect(await readRecordsHeld(at)).toBe(5)
    expect(await apply(at, run.id)).toMatchObject({ status: "FAILED", error_code: "plan_moved" })
    const holding = await preview(at, { records: fleet(10) })
    expect(holding.counts).toMatchObject({ held: 30 })
    await pool().query("update removal_holds set status = 'dismissed' where integration_id = $1", [
      at.integrationId,
    ])
    expect(await apply(at, holding.id)).toMatchObject({ status: "FAILED", error_code: "plan_moved" })
    expect((await readDevices(at.accountId)).every(({ status }) => status === "active")).toBe(true)
  })

  test("N-PLAN a preview does not count as one of the two reads that must miss a device", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(20) })
    await preview(at, { records: fleet(19) })
    await preview(at, { records: fleet(19) })
    expect((await sync(at, { records: fleet(19) })).counts).toMatchObject({ removed: 0 })
  })
})

describe("N-REPLAY", () => {
  test("N-REPLAY stored pages run through the present mapping as a preview, and never remove", async () => {
    const at = await newIntegration()
    const first = await sync(at, { records: fleet(150) })
    const mapped = fleet(150).map((one) => ({ ...one, fields: { ...one.fields, model: "Mapped anew" } }))
    const pages: string[] = []
    const mapStored = async () => (_: string, raw: string) => {
      pages.push(raw)
      return { records: mapped.slice((pages.length - 1) * 100, pages.length * 100), rejects: [], skipped: 0 }
    }
    const id = await newRunWith(at, "replay", { replays: first.id })
    await runSync(parts({ records: [] }, { mapStored }), id, new AbortController().signal)
    const run = await readRun(id)
    expect(pages.map((raw) => JSON.parse(raw).items.length)).toEqual([100, 50])
    expect(run).toMatchObject({ status: "SUCCESS", counts: { updated: 150, removed: 0 } })
    expect(run.receipt.devices.removals).toContain("stored pages")
    const { rows } = await pool().query(
      "select level from sync_log_lines where sync_log_id = $1 and message like 'Removals:%'",
      [id],
    )
    expect(rows).toEqual([{ level: "info" }])
    expect((await readDevices(at.accountId))[0]).toMatchObject({ model: "MacBook Air" })
    expect((await apply(at, id)).counts).toMatchObject({ updated: 150 })
    expect((await readDevices(at.accountId))[0]).toMatchObject({ model: "Mapped anew" })
  })
})

test("N-REPLAY of a run that read some streams says nothing of what it did not read", async () => {
  const at = await newIntegration()
  const streams = () => ["device-models" as const, "devices" as const]
  const script = { records: fleet(3), streams: { "device-models": { records: [model("Pump")] } } }
  await sync(at, script, { streams })
  const part = await sync(at, script)
  const id = await newRunWith(at, "replay", { replays: part.id })
  const mapStored = async () => () => ({ records: fleet(3), rejects: [], skipped: 0 })
  await runSync(parts({ records: [] }, { streams, mapStored }), id, new AbortController().signal)
  expect(await readRun(id)).toMatchObject({ status: "SUCCESS", counts: { unchanged: 3, removed: 0 } })
  expect(await plan(id)).toEqual([])
})

describe("N-HISTORY revert", () => {
  test("N-HISTORY one run can be undone: changes go back, what it created is retired, what it retired returns", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(20) })
    await sync(at, { records: fleet(19) })
    const changed = {
      ...record(0, { name: "Bad", assignedTo: "x" }),
      attributes: { filevault: false, extra: 1 },
    }
    const bad = await sync(at, { records: [changed, ...fleet(19).slice(1), record("new")] })
    expect(bad.counts).toMatchObject({ created: 1, updated: 1, removed: 1 })
    const id = await newRunWith(at, "preview", { reverts: bad.id })
    await runSync(parts({ records: [] }), id, new AbortController().signal)
    expect(await readRun(id)).toMatchObject({
      status: "SUCCESS",
      counts: { updated: 1, removed: 1, restored: 1 },
    })
    expect(await apply(at, id)).toMatchObject({ status: "SUCCESS" })
    const devices = await readDevices(at.accountId)
    expect(devices.filter((device) => device.status === "active")).toHaveLength(20)
    const device = devices.find((one) => one.serial_number === "C020")
    expect(device).toMatchObject({ name: "Mac 0", assigned_to: null })
    const { rows } = await pool().query("select attributes from device_records where device_id = $1", [
      device.id,
    ])
    expect(rows).toEqual([{ attributes: { filevault: true } }])
    expect((await readChanges(device.id)).at(-1)).toMatchObject({
      kind: "updated",
      fields: { name: ["Bad", "Mac 0"] },
    })
    expect(devices.find((one) => one.serial_number === "C02new")).toMatchObject({ status: "retired" })
  })

  test("N-HISTORY a record that goes while its device stays is told of, and comes back when its run is undone", async () => {
    const at = await newIntegration()
    const other = await newIntegration(at.accountId)
    await sync(at, { records: fleet(20) })
    await sync(other, { records: [record(19)] })
    await sync(at, { records: fleet(19) })
    const gone = await sync(at, { records: fleet(19) })
    expect(gone.counts).toMatchObject({ removed: 1 })
    const device = (await readDevices(at.accountId)).find((one) => one.serial_number === "C0219")
    expect(device).toMatchObject({ status: "active" })
    const told = { kind: "updated", fields: { sources: ["agent-19", null] } }
    expect((await readChanges(device.id)).at(-1)).toEqual(told)
    const id = await newRunWith(at, "preview", { reverts: gone.id })
    await runSync(parts({ records: [] }), id, new AbortController().signal)
    expect(await readRun(id)).toMatchObject({ counts: { updated: 0, removed: 0, restored: 1 } })
    expect(await apply(at, id)).toMatchObject({ status: "SUCCESS", counts: { restored: 1 } })
    expect(await sync(at, { records: fleet(20) })).toMatchObject({ counts: { restored: 0, created: 0 } })
  })

  test("N-IDENTITY a serial that is only a placeholder stays one when a run is undone", async () => {
    const at = await newIntegration()
    await sync(at, { records: [record(0, { serialNumber: " n/a " })] })
    const named = await sync(at, { records: [record(0, { serialNumber: "X" })] })
    const id = await newRunWith(at, "preview", { reverts: named.id })
    await runSync(parts({ records: [] }), id, new AbortController().signal)
    expect(await apply(at, id)).toMatchObject({ status: "SUCCESS", counts: { updated: 1 } })
    expect(await readDevices(at.accountId)).toMatchObject([{ serial_number: " n/a ", serial_key: null }])
    await sync(await newIntegration(at.accountId), { records: [record(1, { serialNumber: "N/A" })] })
    expect(await readDevices(at.accountId)).toHaveLength(2)
  })
})

async function preview(at: Bench, script: Script, over: Partial<SyncParts> = {}) {
  const id = await newRunWith(at, "preview", {})
  await runSync(parts(script, over), id, new AbortController().signal)
  return readRun(id)
}

async function apply(at: Bench, planId: string, over: Partial<SyncParts> = {}) {
  const id = await newRunWith(at, "sync", { applies: planId })
  await runSync(parts({ records: [] }, over), id, new AbortController().signal)
  return readRun(id)
}

async function readRecordsHeld({ integrationId }: Bench): Promise<number> {
  const { rows } = await pool().query<{ held: number }>(
    "select count(hold_id)::int as held from device_records where integration_id = $1",
    [integrationId],
  )
  return rows[0]?.held ?? 0
}

async function plan(syncLogId: string) {
  const { rows } = await pool().query("select * from sync_changes where sync_log_id = $1 order by seq", [
    syncLogId,
  ])
  return rows
}

async function versions() {
  const tables = ["devices", "device_records", "device_states", "device_changes", "integration_streams"]
  const all = tables.map((table) => pool().query(`select ctid::text, xmin::text from ${table} order by ctid`))
  return (await Promise.all(all)).map((result) => result.rows)
}
