import { beforeEach, describe, expect, test } from "vitest"
import { model, syncModels } from "@/lib/inventory/device-models/models.test-support"
import { failingModules } from "@/lib/inventory/devices/modules/modules.test-support"
import { type Bench, newIntegration, record, sync } from "@/lib/sync/engine.test-support"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"

testDatabase()

let tenant: Tenant
let at: Bench
beforeEach(async () => {
  tenant = await makeTenant()
  at = await newIntegration(tenant.accountId)
})

type Call = { method?: "GET" | "POST" | "DELETE"; body?: object; token?: string }
const call = (path: string, { token = tenant.tokens.admin, ...rest }: Call = {}) =>
  callApi(path, { token, ...rest })
const names = async (query: string) =>
  (await call(`/api/device-models${query}`)).json.items.map(({ name }: { name: string }) => name)

describe("S3-AWS-TYPES the list of models", () => {
  test("each model tells its source and how many devices name it, by its name or its id", async () => {
    await syncModels(at, { records: [model("Pump", {}, "Moves water"), model("Valve")] })
    const things = [
      record(1, { model: "Pump" }),
      record(2, { model: "type-Pump" }),
      record(3, { model: "Else" }),
    ]
    await sync(at, { records: things })
    const { json } = await call("/api/device-models", { token: tenant.tokens.viewer })
    expect(json).toMatchObject({
      items: [
        {
          name: "Pump",
          description: "Moves water",
          kind: "standard",
          externalId: "type-Pump",
          origin: "source",
          source: { integrationId: at.integrationId, provider: "addigy", stream: "device-models" },
          status: "active",
          devices: 2,
        },
        { name: "Valve", devices: 0 },
      ],
      nextCursor: null,
      total: 2,
    })
    const devices = await call(`/api/devices?modelId=${json.items[0].id}`)
    expect(devices.json.items).toHaveLength(2)
  })

  test("it is paged, searched and filtered, and leaves out what is gone unless asked", async () => {
    const edge = { ...model("Edge"), fields: { ...model("Edge").fields, kind: "edge" as const } }
    const all = [edge, model("Pump", {}, "100 % water"), model("Valve"), model("Vent")]
    await syncModels(at, { records: all })
    await syncModels(at, { records: all.slice(0, 3), gone: ["type-Vent"] })
    const first = await call("/api/device-models?limit=2")
    expect(first.json.items.map(({ name }: { name: string }) => name)).toEqual(["Edge", "Pump"])
    expect(await names(`?limit=2&cursor=${first.json.nextCursor}`)).toEqual(["Valve"])
    expect(await names("?search=100%20%25")).toEqual(["Pump"])
    expect(await names("?search=TYPE-V")).toEqual(["Valve"])
    expect(await names("?kind=edge")).toEqual(["Edge"])
    expect(await names("?includeRetired=true")).toEqual(["Edge", "Pump", "Valve", "Vent"])
    expect(await names(`?integrationId=${(await newIntegration()).integrationId}`)).toEqual([])
    expect((await call("/api/device-models?kind=huge")).status).toBe(422)
    const bad = Buffer.from('["a\\u0000","00000000-0000-7000-8000-000000000000"]').toString("base64url")
    expect((await call(`/api/device-models?cursor=${bad}`)).status).toBe(422)
  })

  test("N-HISTORY a model's page tells what else its provider says, and its history", async () => {
    await syncModels(at, { records: [model("Pump")] })
    await syncModels(at, { records: [model("Pump", {}, "Moves water")] })
    const { id } = (await call("/api/device-models")).json.items[0]
    expect((await call(`/api/device-models/${id}`)).json).toMatchObject({
      attributes: { searchable: ["site"] },
    })
    expect((await call(`/api/device-models/${id}/changes`)).json.items).toMatchObject([
      { kind: "updated", fields: { description: [null, "Moves water"] } },
      { kind: "created", integrationName: "Addigy" },
    ])
  })
})

describe("S3-MODEL models of the account's own", () => {
  const make = (body: object, token = tenant.tokens.admin) =>
    call("/api/device-models", { method: "POST", body, token })

  test("an admin makes one, nobody twice, and deletes it again", async () => {
    const made = await make({ name: " Pump ", description: "" })
    expect(made).toMatchObject({
      status: 201,
      json: { name: "Pump", origin: "hand", source: null, description: null, kind: "standard", devices: 0 },
    })
    const again = await make({ name: "Pump" })
    expect(again).toMatchObject({
      status: 409,
      json: { errors: { name: ['A model named "Pump" is known already.'] } },
    })
    expect((await make({ name: "" })).status).toBe(422)
    expect((await make({ name: "Valve" }, tenant.tokens.member)).status).toBe(403)
    expect((await call(`/api/device-models/${made.json.id}`, { method: "DELETE" })).status).toBe(204)
    expect(await names("?includeRetired=true")).toEqual([])
  })

  test("a provider's model is not deleted by hand, and says why", async () => {
    await syncModels(at, { records: [model("Pump")] })
    const { id } = (await call("/api/device-models")).json.items[0]
    const refused = await call(`/api/device-models/${id}`, { method: "DELETE" })
    expect(refused).toMatchObject({
      status: 409,
      json: { detail: expect.stringContaining("comes from Addigy") },
    })
  })
})

test("S3-AZURE-EDGE the modules of an edge device are listed by name, with until when they are known", async () => {
  await sync(at, { records: [{ ...record(1, { kind: "edge" }), modules: failingModules }] })
  const { id } = (await call("/api/devices?kind=edge")).json.items[0]
  const first = await call(`/api/devices/${id}/modules?limit=1`, { token: tenant.tokens.viewer })
  expect(first.json.items).toEqual([
    {
      ...failingModules[0],
      integrationId: at.integrationId,
      integrationName: "Addigy",
      knownAt: expect.stringMatching(/Z$/),
      changedAt: expect.stringMatching(/Z$/),
    },
  ])
  const rest = await call(`/api/devices/${id}/modules?limit=1&cursor=${first.json.nextCursor}`)
  expect(rest.json).toMatchObject({ items: [{ name: "upload" }], nextCursor: null })
  expect((await call(`/api/devices/${id}`)).json.stateKnownAt).toMatch(/Z$/)
})
