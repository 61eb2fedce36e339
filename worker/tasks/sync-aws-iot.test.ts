import { afterEach, beforeEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import type { Json } from "@/lib/domain/json"
import { createIntegration } from "@/lib/integrations/create-integration"
import { log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import type { Command } from "@/simulators/aws-iot/control"
import { type AwsIotSimulator, startAwsIotSimulator } from "@/simulators/aws-iot/start-aws-iot-simulator"
import { sync } from "./sync"

testDatabase()

let simulator: AwsIotSimulator
let [accountId, integrationId] = ["", ""]
beforeEach(async () => {
  simulator = await startAwsIotSimulator({ devices: 60, cores: 3 })
  await connect()
})
afterEach(() => simulator.stop())

async function connect(settings: Record<string, Json> = {}): Promise<void> {
  const { admin, ...tenant } = await makeTenant()
  accountId = tenant.accountId
  const given = {
    provider: "aws-iot",
    name: "AWS IoT",
    settings: { region: simulator.region, endpoint: simulator.url, ...settings },
    credentials: simulator.credentials,
  }
  const connecting = { check: false, providers: registry, catalog, now: new Date() }
  integrationId = (await createIntegration(admin, integrationInput.parse(given), connecting)).id
}

async function run() {
  const { id } = await prisma().syncLog.create({ data: { accountId, integrationId, trigger: "manual" } })
  await sync({ pool: pool(), syncLogId: id, workerId: "test", signal: new AbortController().signal, log })
  return prisma().syncLog.findUniqueOrThrow({ where: { id } })
}

async function devices() {
  const { rows } = await pool().query<{
    name: string
    kind: string
    model: string | null
    attributes: unknown
  }>(
    `select d.name, d.kind, d.model, r.attributes from devices d join device_records r on r.device_id = d.id
      where d.account_id = $1 and d.status = 'active' order by d.name`,
    [accountId],
  )
  return new Map(rows.map((row) => [row.name, row]))
}

async function models(stream: string) {
  const { rows } = await pool().query<{ name: string }>(
    "select fields->>'name' as name from device_models where integration_id = $1 and stream = $2 and retired_at is null",
    [integrationId, stream],
  )
  return rows.map(({ name }) => name).sort()
}

const [core, box] = ["gateway-000001", "edge-box-000003"]

test("S3-AWS-THINGS S3-AWS-TYPES S3-AWS-GREENGRASS things, models and modules come in one run, and a second changes nothing", async () => {
  expect(await run()).toMatchObject({ status: "SUCCESS", counts: { created: 60 + 7 + 5, rejected: 0 } })
  const found = await devices()
  expect(found.size).toBe(60)
  expect(found.get(core)).toMatchObject({ kind: "edge", model: "gateway" })
  expect(await models("device-models")).toHaveLength(7)
  expect(await models("edge-device-models")).toContain("Filter for line-a")
  const { rows } = await pool().query("select count(*)::int as modules from device_modules")
  expect(rows[0]?.modules).toBe(15)
  expect(await run()).toMatchObject({ status: "SUCCESS", counts: { created: 0, updated: 0, unchanged: 72 } })
})

test("S3-REMOVE three things deleted in AWS go in the next run, and none go while AWS fails", async () => {
  await run()
  simulator.control({ removeFirst: 3, faults: [{ kind: "status", status: 500, on: "describe-thing" }] })
  expect((await run()).counts).toMatchObject({ removed: 0 })
  simulator.control({ faults: [{ kind: "status", status: 500, on: "components" }] })
  expect((await run()).counts).toMatchObject({ removed: 0 })
  simulator.control({ faults: [] })
  expect((await run()).counts).toMatchObject({ removed: 3 })
  expect((await devices()).size).toBe(57)
})

test("S3-VERSION a thing that becomes a core is one though its version stays, and one made anew is taken whole", async () => {
  await run()
  simulator.control({ update: [{ name: box, isCore: true }] })
  expect((await run()).counts).toMatchObject({ updated: 1 })
  expect((await devices()).get(box)?.attributes).toMatchObject({ edgeDeviceBy: "core device list" })
  simulator.control({ remove: [core], add: [{ name: core, type: "pump", attributes: { site: "graz" } }] })
  expect((await run()).counts).toMatchObject({ updated: 1 })
  expect((await devices()).get(core)).toMatchObject({ kind: "standard", model: "pump" })
})

test.each([
  ["a lower version", 1],
  ["the same version", 7],
])(
  "S3-VERSION in a large fleet a thing made anew with %s is taken whole; a list that is merely behind is not",
  async (_, version) => {
    await connect({ edgeShadows: "targets" }) // as for more than 1,000 things
    const made = { name: "valve-x", type: "valve", attributes: { site: "lyon" }, version: 7 }
    simulator.control({ add: [made] })
    await run()
    const anew = { name: "valve-x", type: "pump", attributes: { site: "graz" }, version }
    simulator.control({
      remove: ["valve-x"],
      add: [anew],
      faults: [{ kind: "denied", actions: ["iot:DescribeThing"] }],
    })
    expect((await run()).counts).toMatchObject({ updated: 0 })
    expect((await devices()).get("valve-x")).toMatchObject({ model: "valve", attributes: { site: "lyon" } })
    simulator.control({ faults: [] })
    expect((await run()).counts).toMatchObject({ updated: 1 })
    expect((await devices()).get("valve-x")).toMatchObject({ model: "pump", attributes: { site: "graz" } })
    expect((await run()).counts).toMatchObject({ updated: 0 })
  },
)

test("S3-AWS-GREENGRASS a thing that is no core any more loses what ran on it", async () => {
  await run()
  simulator.control({ update: [{ name: core, isCore: false }] })
  expect((await run()).counts).toMatchObject({ updated: 1 })
  expect((await devices()).get(core)).toMatchObject({ kind: "standard" })
  const { rows } = await pool().query(
    "select count(*)::int as modules from device_modules where integration_id = $1",
    [integrationId],
  )
  expect(rows[0]?.modules).toBe(10)
})

test.each<[string, number, Command["faults"]]>([
  [
    "an empty part in the middle",
    3,
    [
      { kind: "small_pages", size: 5 },
      { kind: "empty_page", page: 4 },
    ],
  ],
  ["a list without things", 2, [{ kind: "empty_list" }]],
  ["a storm of 429", 1, [{ kind: "status", status: 429, retryAfter: 1, on: "devices" }]],
])("S3-REMOVE %s removes nothing, not even %i times, and the run says why", async (_, turns, faults) => {
  await run()
  simulator.control({ removeFirst: 3, faults })
  for (let turn = 1; turn <= turns; turn++) {
    const { status, errorMessage, receipt } = await run()
    const told = JSON.stringify([errorMessage, receipt])
    expect(told, `${turn}: ${status}`).toMatch(/the provider has what its list lacked|asks for fewer/)
    expect((await devices()).size).toBe(60)
  }
  simulator.control({ faults: [] })
  expect((await run()).counts).toMatchObject({ removed: 3 })
})

test("S3-ISOLATE one malformed thing is counted and shown, and the others come", async () => {
  simulator.control({ faults: [{ kind: "no_name", count: 1 }] })
  expect(await run()).toMatchObject({ status: "PARTIAL", counts: { rejected: 1 } })
  expect((await devices()).size).toBe(59)
})

test("S3-MODEL a thing waits until its type is known, and the run names it", async () => {
  simulator.control({ removeTypes: ["pump"] })
  const { id, counts } = await run()
  expect(counts).not.toMatchObject({ rejected: 0 })
  const lines = await prisma().syncLogLine.findMany({ where: { syncLogId: id } })
  expect(lines.some(({ message }) => message.includes("pump"))).toBe(true)
  const before = (await devices()).size
  simulator.control({ addTypes: [{ name: "pump" }] })
  await run()
  expect((await devices()).size).toBeGreaterThan(before)
})

test("S3-PAGES 3,000 things come whole over twelve pages", async () => {
  simulator.control({ devices: 3000, cores: 3 })
  const { status, receipt } = await run()
  expect(status).toBe("SUCCESS")
  expect(receipt).toMatchObject({ devices: { complete: true, pages: 12, records: 3000 } })
})
