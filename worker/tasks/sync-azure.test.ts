import { promisify } from "node:util"
import { zstdDecompress } from "node:zlib"
import { afterEach, beforeEach, expect, test } from "vitest"
import { z } from "zod"
import { pool, prisma } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import type { Json } from "@/lib/domain/json"
import { noCounts, type SyncCounts } from "@/lib/domain/sync-log"
import { createIntegration } from "@/lib/integrations/create-integration"
import { log } from "@/lib/log"
import { parseConnectionString } from "@/lib/providers/azure-iot-hub/connection-string"
import { signSas } from "@/lib/providers/azure-iot-hub/sas-token"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import type { Command } from "@/simulators/azure-iot-hub/control"
import {
  type AzureIotHubSimulator,
  startAzureIotHubSimulator,
} from "@/simulators/azure-iot-hub/start-azure-iot-hub-simulator"
import { sync } from "./sync"

testDatabase()

let hub: AzureIotHubSimulator
beforeEach(async () => {
  hub = await startAzureIotHubSimulator({ devices: 120 })
})
afterEach(() => hub.stop())

type Connected = { accountId: string; integrationId: string }

async function connect(settings: Record<string, Json> = {}): Promise<Connected> {
  const { admin, accountId } = await makeTenant()
  const given = {
    provider: "azure-iot-hub",
    name: "Hub",
    settings: { endpoint: hub.url, modelPolicy: "create", ...settings },
    credentials: hub.credentials,
  }
  const connecting = { check: false, providers: registry, catalog, now: new Date() }
  const { id } = await createIntegration(admin, integrationInput.parse(given), connecting)
  return { accountId, integrationId: id }
}

/** Runs one sync to its end. */
async function run({ accountId, integrationId }: Connected) {
  const { id } = await prisma().syncLog.create({ data: { accountId, integrationId, trigger: "manual" } })
  await sync({ pool: pool(), syncLogId: id, workerId: "test", signal: new AbortController().signal, log })
  return prisma().syncLog.findUniqueOrThrow({ where: { id } })
}

const counts = (some: Partial<SyncCounts>) => ({ ...noCounts, ...some })
const devicesOf = ({ integrationId }: Connected) =>
  pool()
    .query<{
      id: string
      externalId: string
      name: string
      kind: string
      status: string
      version: number
      state: string
      attributes: Record<string, Json>
    }>(
      `select d.id, r.external_id as "externalId", d.name, d.kind, d.status, r.source_version::int as version, s.connection_state as state, r.attributes
         from device_records r join devices d on d.id = r.device_id left join device_states s on s.device_id = d.id
        where r.integration_id = $1 order by r.external_id`,
      [integrationId],
    )
    .then(({ rows }) => rows)
const modulesOf = ({ integrationId }: Connected) =>
  pool()
    .query<{
      externalId: string
      name: string
      image: string
      runtimeStatus: string
      restarts: string
      exitCode: string
    }>(
      `select external_id as "externalId", name, image, runtime_status as "runtimeStatus", restarts, exit_code as "exitCode"
         from device_modules where integration_id = $1 order by external_id, name`,
      [integrationId],
    )
    .then(({ rows }) => rows)
const find = async (at: Connected, externalId: string) =>
  (await devicesOf(at)).find((device) => device.externalId === externalId)

const twin = z.object({
  deviceId: z.string(),
  version: z.number(),
  connectionState: z.string(),
  tags: z.object({ deviceName: z.string().optional() }),
})

/** All twins as the hub sends them, read without our connector. */
async function twins() {
  const [connection, all] = [
    parseConnectionString(hub.credentials.connectionString),
    [] as z.infer<typeof twin>[],
  ]
  if (typeof connection === "string") throw new Error(connection)
  for (let token: string | null = ""; token !== null; ) {
    const reply: Response = await fetch(`${hub.url}/devices/query?api-version=2021-04-12`, {
      method: "POST",
      body: JSON.stringify({ query: "SELECT * FROM devices" }),
      headers: {
        authorization: signSas(connection, Date.now()),
        "content-type": "application/json",
        ...(token === "" ? {} : { "x-ms-continuation": token }),
      },
    })
    all.push(...z.array(twin).parse(await reply.json()))
    token = reply.headers.get("x-ms-continuation")
  }
  return all
}

test("S3-AZURE-DEVICES new devices appear, changed ones are updated, deleted ones removed, and a second run changes nothing", async () => {
  const at = await connect()
  expect(await run(at)).toMatchObject({ status: "SUCCESS", counts: counts({ created: 120 }) })
  expect(await run(at)).toMatchObject({ counts: counts({ unchanged: 120 }) })
  hub.control({
    removeFirst: 3,
    add: [{ deviceId: "new-one", tags: { deviceName: "New one" } }],
    change: { count: 4, field: "name", of: "standard" },
  })
  expect(await run(at)).toMatchObject({
    status: "SUCCESS",
    counts: counts({ created: 1, updated: 4, unchanged: 113, removed: 3 }),
  })
  const devices = await devicesOf(at)
  expect(devices.filter(({ status }) => status === "active")).toHaveLength(118)
  expect(devices.filter(({ name }) => name.startsWith("renamed"))).toHaveLength(4)
  expect(await run(at)).toMatchObject({ counts: counts({ unchanged: 118 }) })
})

test("S3-AZURE-EDGE edge devices have their modules, whose state is followed though nothing else changed", async () => {
  const at = await connect()
  await run(at)
  const edges = (await devicesOf(at)).filter(({ kind }) => kind === "edge")
  const modules = await modulesOf(at)
  expect(modules).toHaveLength(edges.length * 3)
  expect(new Set(modules.map(({ name }) => name))).toEqual(new Set(["filter", "opc-publisher", "modbus"]))
  hub.control({ change: { count: 1, field: "modules", of: "edge" } })
  await run(at)
  const failed = (await modulesOf(at)).filter(({ runtimeStatus }) => runtimeStatus === "failed")
  expect(failed).toHaveLength(3)
  expect(failed[0]).toMatchObject({ image: expect.stringContaining("reg.example/"), exitCode: "1" })
})

test("S3-AZURE-EDGE a device that becomes an edge device is updated, not removed and made again", async () => {
  const at = await connect()
  await run(at)
  const before = await devicesOf(at)
  hub.control({ change: { count: 1, field: "edge", of: "standard" } })
  expect(await run(at)).toMatchObject({ counts: counts({ updated: 1, unchanged: 119 }) })
  const after = await devicesOf(at)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  const became = after.filter(({ kind }, index) => kind === "edge" && before[index]?.kind === "standard")
  expect(became).toMatchObject([{ status: "active" }])
  expect(await modulesOf(at)).toContainEqual(expect.objectContaining({ externalId: became[0]?.externalId }))
})

test("S3-AZURE-EDGE a device that stops being an edge device stays the same device, without its modules", async () => {
  const at = await connect()
  await run(at)
  const [before, modules] = [await devicesOf(at), await modulesOf(at)]
  hub.control({ change: { count: 1, field: "standard", of: "edge" } })
  expect(await run(at)).toMatchObject({ counts: counts({ updated: 1, unchanged: 119 }) })
  expect((await devicesOf(at)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(await modulesOf(at)).toHaveLength(modules.length - 3)
  expect(await run(at)).toMatchObject({ counts: counts({ unchanged: 120 }) })
})

test("S3-SC after one sync cloud and Rollcall do not differ, whatever was created, changed and deleted meanwhile", async () => {
  const at = await connect()
  await run(at)
  hub.control({
    removeFirst: 2,
    add: [{ deviceId: "new'one", tags: { deviceName: "New one", modelId: "mdl-new" } }, { deviceId: "bare" }],
  })
  for (const field of ["name", "desired", "reported", "connection", "status"] as const)
    hub.control({ change: { count: 7, field } })
  await run(at)
  const kept = (await devicesOf(at)).filter(({ status }) => status === "active")
  const inRollcall = kept.map(({ externalId, name, version, state }) => [externalId, name, version, state])
  const inCloud = (await twins()).map(({ deviceId, tags, version, connectionState }) => [
    deviceId,
    tags.deviceName ?? deviceId,
    version,
    connectionState.toLowerCase(),
  ])
  const edges = new Set(kept.filter(({ kind }) => kind === "edge").map(({ externalId }) => externalId))
  // Of edge devices the system modules know better than the hub whether they are connected
  const told = ([id, ...rest]: unknown[]) => [id, ...(edges.has(String(id)) ? rest.slice(0, 2) : rest)]
  expect(inRollcall.map(told).sort()).toEqual(inCloud.map(told).sort())
  expect(inRollcall).toHaveLength(120)
})

test("S3-LORA switched on, stations become concentrators at the next run although no version moved", async () => {
  const at = await connect()
  await run(at)
  expect((await devicesOf(at)).filter(({ kind }) => kind === "concentrator")).toEqual([])
  const settings = { endpoint: hub.url, modelPolicy: "create", lora: true }
  await prisma().integration.update({ where: { id: at.integrationId }, data: { settings } })
  expect(await run(at)).toMatchObject({ counts: counts({ updated: 10, unchanged: 110 }) })
  const stations = (await devicesOf(at)).filter(({ kind }) => kind === "concentrator")
  expect(stations).toHaveLength(10)
  expect(stations[0]?.attributes).toMatchObject({
    region: expect.stringMatching(/^(EU|US|AS)_/),
    thumbprint: expect.stringMatching(/^([0-9A-F]{2}:){19}[0-9A-F]{2}$/),
    routerConfig: { NetID: [1], region: expect.any(String) },
  })
})

test("S3-VERSION connection and status follow although the version stands still", async () => {
  const at = await connect()
  await run(at)
  const before = new Map((await devicesOf(at)).map(({ externalId, state }) => [externalId, state]))
  hub.control({ change: { count: 5, field: "connection", of: "standard" } })
  expect(await run(at)).toMatchObject({ counts: counts({ unchanged: 120 }) })
  expect(
    (await devicesOf(at)).filter(({ externalId, state }) => before.get(externalId) !== state),
  ).toHaveLength(5)
  hub.control({ change: { count: 2, field: "status", of: "standard" } })
  expect(await run(at)).toMatchObject({ counts: counts({ updated: 2, unchanged: 118 }) })
  expect((await devicesOf(at)).filter(({ attributes }) => attributes.status === "disabled")).toHaveLength(2)
})

test("S3-VERSION a device that was deleted and made again under its id is taken whole, and stays the same device", async () => {
  const at = await connect()
  await run(at)
  const before = (await devicesOf(at)).find(({ kind, version }) => kind === "standard" && version > 2)
  const deviceId = before?.externalId ?? ""
  hub.control({ remove: [deviceId], add: [{ deviceId, tags: { deviceName: "Made again" } }] })
  expect(await run(at)).toMatchObject({ counts: counts({ updated: 1, unchanged: 119 }) })
  expect(await find(at, deviceId)).toMatchObject({ id: before?.id, name: "Made again", version: 2 })
})

test("S3-VERSION so it is where the hub tells no etag, by asking for its twin", async () => {
  hub.control({ faults: [{ kind: "bare" }] })
  const at = await connect()
  await run(at)
  const { externalId: deviceId = "" } =
    (await devicesOf(at)).find(({ kind, version }) => kind === "standard" && version > 2) ?? {}
  hub.control({ remove: [deviceId], add: [{ deviceId, tags: { deviceName: "Made again" } }] })
  expect(await run(at)).toMatchObject({ counts: counts({ updated: 1, unchanged: 119 }) })
  expect(await find(at, deviceId)).toMatchObject({ name: "Made again", version: 2 })
})

test.each<[string, Command["faults"]]>([
  ["a count of 0", [{ kind: "wrong_total", by: -117 }]],
  ["an empty list", [{ kind: "empty_list" }]],
  ["an empty page", [{ kind: "empty_page", page: 1 }]],
  ["a list that lags behind", [{ kind: "lagging", count: 5 }]],
  ["modules that cannot be read", [{ kind: "status", status: 500, on: "modules" }]],
  ["a hub that fails over", [{ kind: "error", code: "IotHubFailingOver" }]],
  ["a storm of 429", [{ kind: "error", code: "ThrottlingBacklogTimeout" }]],
])("S3-REMOVE %s removes nothing, not even twice, and the run says why", async (_, faults) => {
  const at = await connect()
  await run(at)
  hub.control({ removeFirst: 3, faults })
  for (const turn of [1, 2]) {
    const { status, errorMessage, receipt } = await run(at)
    const told = JSON.stringify([errorMessage, receipt])
    expect(told, `${turn}: ${status}`).toMatch(/Nothing removed|failing over|fewer requests/)
    expect((await devicesOf(at)).every((device) => device.status === "active")).toBe(true)
  }
  hub.control({ faults: [] })
  expect(await run(at)).toMatchObject({ status: "SUCCESS", counts: counts({ removed: 3, unchanged: 117 }) })
})

test("S3-ISOLATE a bad twin is counted, shown and skipped; the others go on", async () => {
  const at = await connect()
  hub.control({ faults: [{ kind: "malformed", count: 2 }] })
  const { id, ...ended } = await run(at)
  expect(ended).toMatchObject({ status: "PARTIAL", counts: counts({ created: 118, rejected: 2 }) })
  const { rows } = await pool().query(
    "select message from sync_log_lines where sync_log_id = $1 and level <> 'info'",
    [id],
  )
  expect(rows.map(({ message }) => message).join()).toContain("no device twin")
})

test("S3-MODEL by default a device whose model is not known waits, and the run names the model", async () => {
  const at = await connect({ modelPolicy: "skip" })
  hub.control({ add: [{ deviceId: "without-model" }] })
  const ended = await run(at)
  expect(ended).toMatchObject({ status: "PARTIAL" })
  const { rows } = await pool().query("select message from sync_log_lines where sync_log_id = $1", [ended.id])
  expect(rows.map(({ message }) => message).join()).toContain("mdl-")
  expect(await find(at, "without-model")).toBeDefined()
})

test("O-SECRETS stored replies hold no LoRaWAN keys, registry passwords or environments of modules", async () => {
  const at = await connect()
  hub.control({ faults: [{ kind: "secrets" }] })
  const { id } = await run(at)
  const pages = await prisma().syncPage.findMany({ where: { syncLogId: id } })
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) {
    const text = (await promisify(zstdDecompress)(page.rawResponse)).toString()
    expect(text).toContain("deviceId")
    expect(text).not.toContain("SECRET")
  }
})
