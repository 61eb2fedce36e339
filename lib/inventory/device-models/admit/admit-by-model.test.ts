import { describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import type { SourceRecord } from "@/lib/domain/session"
import { model, readModels } from "@/lib/inventory/device-models/models.test-support"
import { mergeDevices } from "@/lib/inventory/devices/merge/merge-devices"
import {
  type Bench,
  newIntegration,
  parts,
  readDevices,
  readRun,
  record,
  type Script,
  sync,
} from "@/lib/sync/engine.test-support"
import type { SyncParts } from "@/lib/sync/parts"
import { runSync } from "@/lib/sync/run-sync"
import { testDatabase } from "@/lib/tooling/test-database"
import { admitByModel } from "./admit-by-model"

testDatabase()

const device = (n: number, name: string | null, over: Partial<SourceRecord> = {}): SourceRecord => ({
  ...record(n, { model: name }),
  ...over,
})

describe("S3-MODEL skip", () => {
  test("N-PLAN a preview takes in the devices whose models come in the same run, and applying it makes both", async () => {
    const at = await connect({})
    const things = { records: [device(1, "Pump"), device(2, "type-Valve"), device(3, "Unheard of")] }
    const script = { ...things, streams: { "device-models": { records: [model("Pump"), model("Valve")] } } }
    const run = await runWith(at, { mode: "preview", context: {} }, script, both)
    expect(run.counts).toMatchObject({ created: 4, rejected: 1 })
    const applied = await runWith(at, { mode: "sync", context: { applies: run.id } }, { records: [] }, both)
    expect(applied).toMatchObject({ status: "SUCCESS", counts: { created: 4 } })
    expect((await readDevices(at.accountId)).map((one) => one.model)).toEqual(["Pump", "type-Valve"])
  })

  test("S3-MODEL a device of an unknown model is left out with a warning that names the model; the others come in", async () => {
    const at = await connect({})
    const run = await syncThings(at, { records: [device(1, "Pump"), device(2, "Valve"), device(3, null)] }, [
      model("Pump"),
    ])
    expect(run).toMatchObject({ status: "PARTIAL", counts: { created: 3, rejected: 1 } }) // a model among them
    expect(run.receipt.devices).toMatchObject({ complete: true, received: 3, records: 2, rejected: 1 })
    expect((await readDevices(at.accountId)).map(({ model }) => model)).toEqual(["Pump", null])
    expect(await linesOf(run.id)).toEqual([
      {
        level: "warn",
        reason: "unknown_model",
        external_id: "agent-2",
        message: expect.stringContaining('The model "Valve" is not known'),
        sample: { name: "Mac 2", model: "Valve" },
      },
    ])
  })

  test("S3-MODEL the next run after the model arrives takes the device in, models being read before devices", async () => {
    const at = await connect({})
    const things = { records: [device(1, "Pump")] }
    await syncThings(at, things, [])
    expect(await readDevices(at.accountId)).toEqual([])
    const run = await syncThings(at, things, [model("Pump")])
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 2, rejected: 0 } })
    expect(await readDevices(at.accountId)).toMatchObject([{ model: "Pump" }])
  })

  test("S3-MODEL a model may be named by its id at its source, and be another integration's, but not another account's", async () => {
    const at = await connect({})
    const things = { records: [device(1, "type-Pump"), device(2, "Valve")] }
    const elsewhere = await newIntegration()
    await syncThings(elsewhere, { records: [] }, [model("Pump"), model("Valve")])
    await syncThings(at, things, [])
    expect(await readDevices(at.accountId)).toEqual([])
    await syncThings(await newIntegration(at.accountId), { records: [] }, [model("Pump"), model("Valve")])
    await syncThings(at, things, [])
    expect(await readDevices(at.accountId)).toHaveLength(2)
  })

  test("S3-REMOVE a known device whose model went is never removed for it, keeps its values and its state stays fresh", async () => {
    const at = await connect({})
    await syncThings(at, { records: [device(1, "Pump"), device(2, null)] }, [model("Pump")])
    const renamed = { ...record(1, { model: "Unheard of", name: "Other" }) }
    const offline = { ...renamed, state: { connectionState: "disconnected" as const, lastActivityAt: null } }
    for (const _ of [1, 2, 3]) await syncThings(at, { records: [offline, device(2, null)] }, [model("Pump")])
    expect(await readDevices(at.accountId)).toMatchObject([
      { name: "Mac 1", model: "Pump", status: "active" },
      { status: "active" },
    ])
    const { rows } = await pool().query(
      "select connection_state from device_states order by connection_state",
    )
    expect(rows).toContainEqual({ connection_state: "disconnected" })
  })

  test("S3-MODEL says nothing about providers whose devices do not name models", async () => {
    const at = await connect({})
    const run = await sync(at, { records: [device(1, "Whatever")] })
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 1, rejected: 0 } })
  })

  test("S3-MODEL of many devices left out some of each model are listed, and all are counted", async () => {
    const at = await connect({})
    const many = Array.from({ length: 2500 }, (_, n) => device(n, "Common"))
    const run = await syncThings(at, { records: [...many, device(9999, "Rare %s")] }, [])
    expect(run.counts).toMatchObject({ created: 0, rejected: 2501 })
    const lines = await linesOf(run.id)
    expect(lines).toHaveLength(2000)
    expect(lines.filter(({ message }) => message.includes('"Rare %s"'))).toHaveLength(1)
  })
})

describe("S3-MODEL create", () => {
  test("S3-MODEL missing models are made once, marked as Rollcall's, with their history, and the devices come in", async () => {
    const at = await connect({ modelPolicy: "create" })
    const things = { records: [device(1, "Pump"), device(2, "Pump"), device(3, "Valve")] }
    const run = await syncThings(at, things, [])
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 3, rejected: 0 } })
    expect(await linesOf(run.id)).toMatchObject([
      { level: "info", message: '2 missing models were created: "Pump", "Valve".' },
    ])
    await syncThings(at, things, [])
    const models = await readModels(at.accountId)
    expect(models).toMatchObject([
      { made_by: "rollcall", integration_id: null, fields: { name: "Pump", kind: "standard" } },
      { made_by: "rollcall", fields: { name: "Valve" } },
    ])
    const { rows } = await pool().query(
      "select kind, sync_log_id from inventory_changes where subject_id = $1",
      [models[0].id],
    )
    expect(rows).toEqual([{ kind: "created", sync_log_id: run.id }])
  })

  test("N-PLAN a preview says which models would be made and makes none; applying it makes them", async () => {
    const at = await connect({ modelPolicy: "create" })
    const preview = await runWith(at, { mode: "preview", context: {} }, { records: [device(1, "Pump")] })
    expect(preview.counts).toMatchObject({ created: 1, rejected: 0 })
    expect(await linesOf(preview.id)).toMatchObject([
      { message: '1 missing model would be created: "Pump".' },
    ])
    expect(await readModels(at.accountId)).toEqual([])
    const applied = await runWith(at, { mode: "sync", context: { applies: preview.id } }, { records: [] })
    expect(applied.counts).toMatchObject({ created: 1 })
    expect(await readModels(at.accountId)).toMatchObject([{ fields: { name: "Pump" } }])
    expect(await readDevices(at.accountId)).toMatchObject([{ model: "Pump" }])
  })
})

describe("S3-MODEL a default model", () => {
  test("S3-MODEL stands in for an unknown one, until that arrives, whatever the device's version", async () => {
    const at = await connect({ defaultModel: "Thing" })
    const things = { records: [device(1, "Pump", { sourceVersion: 7 })] }
    const run = await syncThings(at, things, [model("Thing")])
    expect(run).toMatchObject({ status: "SUCCESS", counts: { rejected: 0 } })
    expect(await readDevices(at.accountId)).toMatchObject([{ model: "Thing" }])
    expect(await linesOf(run.id)).toMatchObject([
      { message: '1 device takes the default model "Thing" in place of what is not known: "Pump".' },
    ])
    const again = await syncThings(at, things, [model("Thing")])
    expect(again.counts).toMatchObject({ updated: 0, unchanged: 2 })
    await syncThings(at, things, [model("Thing"), model("Pump")])
    expect(await readDevices(at.accountId)).toMatchObject([{ model: "Pump" }])
  })

  test("N-PLAN a preview knows the default model that comes in the same run", async () => {
    const at = await connect({ defaultModel: "Thing" })
    const script = {
      records: [device(1, "Pump")],
      streams: { "device-models": { records: [model("Thing")] } },
    }
    const run = await runWith(at, { mode: "preview", context: {} }, script, both)
    expect(run.counts).toMatchObject({ created: 2, rejected: 0 })
    await runWith(at, { mode: "sync", context: { applies: run.id } }, { records: [] }, both)
    expect(await readDevices(at.accountId)).toMatchObject([{ model: "Thing" }])
  })

  test("S3-MODEL that is not known itself leaves the devices out, and says so", async () => {
    const at = await connect({ defaultModel: "50 %s" })
    const run = await syncThings(at, { records: [device(1, "Pump")] }, [])
    expect(run.counts).toMatchObject({ created: 0, rejected: 1 })
    expect(await linesOf(run.id)).toMatchObject([
      { message: expect.stringContaining('Nor is the default model "50 %s" known.') },
    ])
  })
})

const targets = {
  ...parts({ records: [] }).targets,
  devices: { ...mergeDevices, admit: admitByModel(["addigy"]) },
}

async function connect(settings: object): Promise<Bench> {
  const at = await newIntegration()
  await pool().query("update integrations set settings = $2 where id = $1", [at.integrationId, settings])
  return at
}

/** Models first, then devices, in one run. */
const syncThings = (at: Bench, script: Script, models: SourceRecord[]) =>
  sync(
    at,
    { ...script, streams: { "device-models": { records: models } } },
    { targets, streams: () => ["device-models", "devices"] },
  )

const both = { streams: () => ["device-models" as const, "devices" as const] }

async function runWith(
  at: Bench,
  { mode, context }: { mode: string; context: object },
  script: Script,
  over: Partial<SyncParts> = {},
) {
  const { rows } = await pool().query<{ id: string }>(
    "insert into sync_logs (account_id, integration_id, trigger, mode, context) values ($1, $2, 'manual', $3::sync_mode, $4) returning id",
    [at.accountId, at.integrationId, mode, context],
  )
  const id = rows[0]?.id ?? ""
  await runSync(parts(script, { targets, ...over }), id, new AbortController().signal)
  return readRun(id)
}

async function linesOf(syncLogId: string) {
  const { rows } = await pool().query(
    `select level, reason, external_id, message, sample from sync_log_lines
      where sync_log_id = $1 and message not like 'Removals:%' order by id`,
    [syncLogId],
  )
  return rows
}
