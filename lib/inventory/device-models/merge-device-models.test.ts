import { describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { ProviderError } from "@/lib/domain/provider-error"
import { newIntegration } from "@/lib/sync/engine.test-support"
import { testDatabase } from "@/lib/tooling/test-database"
import { model, models, readModelChanges, readModels, runWith, syncModels } from "./models.test-support"

testDatabase()

describe("what a run of models writes", () => {
  test("a new model is kept with its fields and attributes, and its history begins", async () => {
    const at = await newIntegration()
    const run = await syncModels(at, { records: models(3) })
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 3, updated: 0, unchanged: 0 } })
    const [first] = await readModels(at.accountId)
    expect(first).toMatchObject({
      external_id: "type-M0",
      fields: { name: "M0", kind: "standard", description: null, deprecated: false },
      attributes: { searchable: ["site"] },
    })
    expect(await readModelChanges(first.id)).toEqual([{ kind: "created", fields: {} }])
  })

  test("a second run of unchanged models rewrites no row", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(3) })
    const before = await versions()
    expect((await syncModels(at, { records: models(3) })).counts).toMatchObject({ unchanged: 3, updated: 0 })
    expect(await versions()).toEqual(before)
  })

  test("a changed model is updated, field by field in its history; the others are left alone", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(2) })
    const changed = model("M1", { attributes: { searchable: [], colour: "red" } }, "A pump")
    expect((await syncModels(at, { records: [model("M0"), changed] })).counts).toMatchObject({
      updated: 1,
      unchanged: 1,
    })
    const [, second] = await readModels(at.accountId)
    expect((await readModelChanges(second.id))[1]).toEqual({
      kind: "updated",
      fields: {
        description: [null, "A pump"],
        "attributes.searchable": [["site"], []],
        "attributes.colour": [null, "red"],
      },
    })
  })

  test("one id in two streams, or in two integrations, is two models", async () => {
    const at = await newIntegration()
    const other = await newIntegration(at.accountId)
    await syncModels(at, { records: models(1) })
    await syncModels(other, { records: models(1) })
    expect(await readModels(at.accountId)).toHaveLength(2)
  })

  test("S3-VERSION a model's fields come only from a newer version", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: [model("M", { sourceVersion: 5 }, "five")] })
    await syncModels(at, { records: [model("M", { sourceVersion: 4 }, "four")] })
    expect(await readModels(at.accountId)).toMatchObject([{ fields: { description: "five" } }])
    await syncModels(at, { records: [model("M", { sourceVersion: 6 }, "six")] })
    expect(await readModels(at.accountId)).toMatchObject([
      { fields: { description: "six" }, source_version: 6 },
    ])
  })

  test("S3-VERSION a model made anew under its old id is taken whole though its version went back", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: [model("M", { sourceVersion: 5, identity: "a" }, "old")] })
    const anew = model("M", { sourceVersion: 1, identity: "b" }, "anew")
    expect((await syncModels(at, { records: [anew] })).counts).toMatchObject({ updated: 1 })
    expect(await readModels(at.accountId)).toMatchObject([
      { fields: { description: "anew" }, source_version: 1, retired: false },
    ])
  })

  test("S3-ISOLATE a bad model is counted and shown, and the others go on: PARTIAL", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(2) })
    const reject = {
      reason: "invalid" as const,
      externalId: "type-M1",
      path: "thingTypeName",
      message: "It has no name.",
      sample: {},
    }
    const run = await syncModels(at, { records: [model("M0"), model("M2")], rejects: [reject] })
    expect(run).toMatchObject({ status: "PARTIAL", counts: { created: 1, unchanged: 1, rejected: 1 } })
    expect((await readModels(at.accountId)).filter(({ missing_since }) => missing_since !== null)).toEqual([])
  })
})

describe("models that go", () => {
  test("S3-REMOVE a model absent from one complete read is missing, from two it is retired, and it returns as itself", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(5) })
    expect((await syncModels(at, { records: models(4) })).counts).toMatchObject({ removed: 0 })
    expect((await readModels(at.accountId))[4]).toMatchObject({
      retired: false,
      missing_since: expect.any(Date),
    })
    expect((await syncModels(at, { records: models(4) })).counts).toMatchObject({ removed: 1 })
    const [, , , , gone] = await readModels(at.accountId)
    expect(gone).toMatchObject({ retired: true })
    expect((await syncModels(at, { records: models(5) })).counts).toMatchObject({ restored: 1 })
    expect((await readModels(at.accountId))[4]).toMatchObject({
      id: gone.id,
      retired: false,
      missing_since: null,
    })
    expect((await readModelChanges(gone.id)).map(({ kind }) => kind)).toEqual([
      "created",
      "retired",
      "restored",
    ])
  })

  test("S3-REMOVE a model that the provider itself says is gone goes at once", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(5) })
    const run = await syncModels(at, { records: models(3), gone: ["type-M4"] })
    expect(run.counts).toMatchObject({ removed: 1 })
    expect((await readModels(at.accountId)).map(({ retired }) => retired)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })

  test("S3-REMOVE removes no model when the provider fails half-way, or a detail call failed", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(4) })
    await syncModels(at, { records: models(3) })
    const error = new ProviderError({ code: "unreachable", message: "It is away." })
    const failed = await syncModels(at, { records: models(3), pageSize: 2, failAt: { page: 1, error } })
    expect(failed.status).toBe("FAILED")
    const incomplete = await syncModels(at, { records: models(3), incomplete: "A detail call failed." })
    expect(incomplete.counts).toMatchObject({ removed: 0 })
    expect((await readModels(at.accountId)).some(({ retired }) => retired)).toBe(false)
  })

  test("N-HOLD an empty read of known models is held, and settles when they come back", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(4) })
    await syncModels(at, { records: [] })
    const run = await syncModels(at, { records: [] })
    expect(run).toMatchObject({ status: "PARTIAL", counts: { held: 4, removed: 0 } })
    await syncModels(at, { records: models(4) })
    const { rows } = await pool().query("select status from removal_holds where integration_id = $1", [
      at.integrationId,
    ])
    expect(rows).toEqual([{ status: "resolved" }])
  })
})

describe("plans of models", () => {
  test("N-PLAN a preview shows each change and changes nothing; applying makes exactly those", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(10) })
    await syncModels(at, { records: models(9) })
    const before = await versions()
    const said = [model("M0", {}, "A pump"), ...models(8).slice(1), model("New")]
    const preview = await runWith(at, { mode: "preview", context: {}, script: { records: said } })
    expect(preview.counts).toMatchObject({ created: 1, updated: 1, removed: 1 })
    expect(await versions()).toEqual(before)
    expect(await planOf(preview.id)).toEqual([
      ["create", "New"],
      ["update", "M0"],
      ["missing", "M8"],
      ["remove", "M9"],
    ])
    const applied = await apply(at, preview.id)
    expect(applied).toMatchObject({ status: "SUCCESS", counts: { created: 1, updated: 1, removed: 1 } })
    const now = await readModels(at.accountId)
    expect(now.find(({ fields }) => fields.name === "M0")).toMatchObject({
      fields: { description: "A pump" },
    })
    expect(now.filter(({ retired }) => retired).map(({ fields }) => fields.name)).toEqual(["M9"])
  })

  test("N-PLAN a plan whose models have moved is refused whole", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(2) })
    const said = { records: [model("M0", {}, "planned"), model("M1")] }
    const preview = await runWith(at, { mode: "preview", context: {}, script: said })
    await syncModels(at, { records: [model("M0", {}, "moved"), model("M1")] })
    expect(await apply(at, preview.id)).toMatchObject({ status: "FAILED", error_code: "plan_moved" })
    expect((await readModels(at.accountId))[0]).toMatchObject({ fields: { description: "moved" } })
  })

  test("N-HISTORY a run of models can be undone", async () => {
    const at = await newIntegration()
    await syncModels(at, { records: models(10) })
    await syncModels(at, { records: models(9) })
    const said = [model("M0", { attributes: { searchable: [] } }, "bad"), ...models(9).slice(1), model("New")]
    const bad = await syncModels(at, { records: said })
    expect(bad.counts).toMatchObject({ created: 1, updated: 1, removed: 1 })
    const plan = await runWith(at, { mode: "preview", context: { reverts: bad.id }, script: { records: [] } })
    expect(plan.counts).toMatchObject({ updated: 1, removed: 1, restored: 1 })
    expect(await apply(at, plan.id)).toMatchObject({ status: "SUCCESS" })
    const now = await readModels(at.accountId)
    expect(now.find(({ fields }) => fields.name === "M0")).toMatchObject({
      fields: { description: null },
      attributes: { searchable: ["site"] },
    })
    expect(now.filter(({ retired }) => retired).map(({ fields }) => fields.name)).toEqual(["New"])
  })
})

test("S3-MODEL a model that the account made itself becomes the provider's when the provider has it, and keeps its id", async () => {
  const at = await newIntegration()
  const { rows } = await pool().query(
    `insert into device_models (account_id, external_id, made_by, content_hash, fields)
     values ($1, 'M0', 'rollcall', '', '{"name": "M0", "kind": "standard", "description": null, "deprecated": false}')
     returning id`,
    [at.accountId],
  )
  const script = { records: models(2) }
  const preview = await runWith(at, { mode: "preview", context: {}, script })
  expect(await planOf(preview.id)).toEqual([
    ["create", "M1"],
    ["link", "M0"],
  ])
  expect((await apply(at, preview.id)).counts).toMatchObject({ created: 1, updated: 1 })
  const now = await readModels(at.accountId)
  expect(now).toHaveLength(2)
  expect(now[0]).toMatchObject({ id: rows[0].id, integration_id: at.integrationId })
  expect((await syncModels(at, script)).counts).toMatchObject({ unchanged: 2 })
})

async function planOf(syncLogId: string) {
  const { rows } = await pool().query(
    "select action, device_name from sync_changes where sync_log_id = $1 order by seq",
    [syncLogId],
  )
  return rows.map((row) => [row.action, row.device_name])
}

const apply = (at: Parameters<typeof runWith>[0], planId: string) =>
  runWith(at, { mode: "sync", context: { applies: planId }, script: { records: [] } })

async function versions() {
  const tables = ["device_models", "inventory_changes"]
  const all = tables.map((table) => pool().query(`select ctid::text, xmin::text from ${table} order by ctid`))
  return (await Promise.all(all)).map((result) => result.rows)
}
