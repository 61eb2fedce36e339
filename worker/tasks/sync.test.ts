import { afterEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { type AddigySimulator, startAddigySimulator } from "@/simulators/addigy/start-addigy-simulator"
import { sync } from "./sync"

testDatabase()

const simulators: AddigySimulator[] = []
afterEach(async () => {
  for (const simulator of simulators.splice(0)) await simulator.stop()
})

async function startSimulator(devices: number) {
  const simulator = await startAddigySimulator({ devices })
  simulators.push(simulator)
  return simulator
}

/** An integration with a simulator, in an account of its own, and a scheduled run of it. */
async function connect(simulator: AddigySimulator, data: object = {}) {
  const { admin, accountId } = await makeTenant()
  const given = {
    provider: "addigy",
    name: "Addigy",
    settings: { baseUrl: simulator.url },
    credentials: { apiKey: simulator.credentials.apiKey },
  }
  const { id: integrationId } = await createIntegration(admin, integrationInput.parse(given), {
    check: false,
    providers: registry,
    catalog,
    now: new Date(),
  })
  await prisma().integration.update({ where: { id: integrationId }, data })
  const { id } = await prisma().syncLog.create({ data: { accountId, integrationId, trigger: "scheduled" } })
  return id
}

const still = new AbortController().signal
const run = (syncLogId: string, signal = still) =>
  sync({ pool: pool(), syncLogId, workerId: "test", signal, log })
const runOf = (id: string) => prisma().syncLog.findUniqueOrThrow({ where: { id } })
const seconds = (began: number) => (performance.now() - began) / 1000

test("S4-RATE one integration's 429 slows no other", async () => {
  const [limited, free] = [await startSimulator(500), await startSimulator(500)]
  limited.control({ faults: [{ kind: "status", status: 429, retryAfter: 3, on: "devices", times: 1 }] })
  const [slow, quick] = [await connect(limited), await connect(free)]
  const began = performance.now()
  let quickTook = 0
  await Promise.all([run(slow), run(quick).then(() => (quickTook = seconds(began)))])
  expect(seconds(began)).toBeGreaterThan(3)
  expect(quickTook).toBeLessThan(2.5)
  expect(await runOf(quick)).toMatchObject({ status: "SUCCESS", receipt: { devices: { retries: 0 } } })
  expect(await runOf(slow)).toMatchObject({ status: "SUCCESS", receipt: { devices: { retries: 1 } } })
})

test("S4-RETRY a provider that goes on with 429 is left alone for as long as it asks, and is asked again then", async () => {
  const simulator = await startSimulator(100)
  simulator.control({ faults: [{ kind: "status", status: 429, retryAfter: 90, on: "devices" }] })
  const id = await connect(simulator)
  await run(id)
  const { status, context, attempt } = await runOf(id)
  expect({ status, attempt }).toEqual({ status: "PENDING", attempt: 1 })
  expect(context).toMatchObject({ retries: 1, waiting: { for: "retry" } })
  const { rows } = await pool().query<{ wait: number }>(
    "select extract(epoch from run_at - now())::float8 as wait from graphile_worker.jobs where key = $1",
    [`sync:${id}`],
  )
  expect(rows[0]?.wait).toBeGreaterThan(85)
  expect(rows[0]?.wait).toBeLessThan(91)
  simulator.control({ faults: [] })
  await run(id)
  expect(await runOf(id)).toMatchObject({ status: "SUCCESS", attempt: 2 })
})

test("S4-RATE the requests per second of an integration are kept", async () => {
  const simulator = await startSimulator(1500)
  const id = await connect(simulator, { requestsPerSecond: 5 })
  const began = performance.now()
  await run(id)
  expect(await runOf(id)).toMatchObject({ status: "SUCCESS", counts: { created: 1500 } })
  const asked = Object.values(simulator.state().requests).reduce((sum, count) => sum + count, 0)
  expect(asked).toBeGreaterThanOrEqual(15)
  expect(seconds(began)).toBeGreaterThan((asked - 5) / 5 - 0.1)
})

test("S4-RATE two integrations with one API key at one address take turns; another key does not wait", async () => {
  const [shared, own] = [await startSimulator(300), await startSimulator(300)]
  shared.control({ faults: [{ kind: "slow", ms: 300, on: "devices" }] })
  const [one, two, other] = [await connect(shared), await connect(shared), await connect(own)]
  const first = run(one)
  await expect.poll(async () => (await runOf(one)).status).toBe("RUNNING")
  await run(two)
  await run(other)
  expect(await runOf(two)).toMatchObject({
    status: "PENDING",
    attempt: 0,
    context: { waiting: { for: "place" } },
  })
  expect(await runOf(other)).toMatchObject({ status: "SUCCESS" })
  await first
  await run(two)
  expect(await runOf(two)).toMatchObject({ status: "SUCCESS", attempt: 1 })
})
