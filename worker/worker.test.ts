import { createServer } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { afterEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueSync } from "@/lib/sync-logs/queue-sync"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { startWorker } from "@/lib/tooling/test-worker"
import { type AddigySimulator, startAddigySimulator } from "@/simulators/addigy/start-addigy-simulator"

const url = testDatabase()
const simulators: AddigySimulator[] = []
afterEach(async () => {
  for (const simulator of simulators.splice(0)) await simulator.stop()
})

/** An account with an integration that reads a simulator of its own. */
async function connect({ devices = 25, schedule = {} }: { devices?: number; schedule?: object } = {}) {
  const simulator = await startAddigySimulator({ devices })
  simulators.push(simulator)
  const { admin } = await makeTenant()
  const { apiKey } = simulator.credentials
  const given = {
    provider: "addigy",
    name: "Addigy",
    settings: { baseUrl: simulator.url },
    credentials: { apiKey },
  }
  const { id } = await createIntegration(admin, integrationInput.parse({ ...given, ...schedule }), {
    check: true,
    providers: registry,
    catalog,
    now: new Date(),
  })
  const start = async () =>
    (await queueSync(admin, { integrationId: id, mode: "sync", trigger: "manual" })).job_id
  return { id, admin, simulator, start }
}

const runOf = (id: string) => prisma().syncLog.findUniqueOrThrow({ where: { id } })

async function ended(id: string) {
  for (;;) {
    const run = await runOf(id)
    if (run.status !== "PENDING" && run.status !== "RUNNING") return run
    await sleep(50)
  }
}

test("S4-HEALTH the worker says that it lives and that it takes jobs", async () => {
  const worker = await startWorker(url())
  await worker.said("worker takes jobs")
  expect(await worker.ask("/healthz")).toEqual({ status: 200, body: { status: "alive" } })
  expect(await worker.ask("/readyz")).toEqual({ status: 200, body: { status: "ready" } })
  expect(await worker.ask("/elsewhere")).toMatchObject({ status: 404 })
  worker.kill("SIGINT")
  expect(await worker.exited).toEqual({ code: 0, signal: null })
})

test("S4-HEALTH without its database the worker lives, is not ready, and says why", async () => {
  const worker = await startWorker("postgresql://nobody@127.0.0.1:1/nowhere")
  expect(await worker.ask("/healthz")).toMatchObject({ status: 200 })
  expect(await worker.ask("/readyz")).toEqual({
    status: 503,
    body: { status: "not ready", reason: "The database cannot be reached (ECONNREFUSED)." },
  })
  worker.kill("SIGTERM")
  expect(await worker.exited).toEqual({ code: 0, signal: null })
})

test("S4-HEALTH a worker waits for the migrations of its version, and names them", async () => {
  const name = `unmigrated_${process.pid}`
  await pool().query(`create database ${name}`)
  const empty = new URL(url())
  empty.pathname = `/${name}`
  const worker = await startWorker(empty.href)
  expect(await worker.ask("/readyz")).toMatchObject({
    status: 503,
    body: { reason: expect.stringContaining("lacks") },
  })
  worker.kill("SIGTERM")
  expect(await worker.exited).toEqual({ code: 0, signal: null })
  await pool().query(`drop database ${name}`)
})

test("S4-HEALTH a port that is taken is named, and the worker ends", async () => {
  const server = createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  await expect(startWorker(url(), { WORKER_PORT: String(port) })).rejects.toThrow(
    `WORKER_PORT ${port} is taken`,
  )
  server.close()
})

test("S4-LOGS every line is JSON, and all lines of a run carry its id", async () => {
  const { start, id } = await connect()
  const worker = await startWorker(url())
  const runId = await start()
  expect(await ended(runId)).toMatchObject({ status: "SUCCESS", counts: { created: 25 } })
  await worker.said("run ended")
  const lines = worker.lines().filter((line) => line.msg.startsWith("run "))
  expect(lines.map(({ msg }) => msg)).toEqual(["run started", "run ended"])
  expect(lines.every((line) => line.runId === runId && line.integrationId === id)).toBe(true)
})

test("S4-WORKER an integration that falls due while the worker runs is synced within 30 s", async () => {
  const worker = await startWorker(url())
  await worker.said("worker takes jobs")
  await sleep(1000) // past the look at the start; the next ones are at the minute and at its half
  const { id } = await connect({ schedule: { syncInterval: 300 } })
  await prisma().integration.update({ where: { id }, data: { nextSyncAt: new Date() } })
  const began = performance.now()
  await expect
    .poll(() => prisma().syncLog.count({ where: { integrationId: id, trigger: "scheduled" } }), {
      timeout: 40_000,
      interval: 100,
    })
    .toBe(1)
  expect(performance.now() - began).toBeLessThan(32_000)
}, 60_000)

test("S4-WORKER on SIGTERM a run in hand is given back at its checkpoint, and another worker ends it", async () => {
  const { simulator, start } = await connect({ devices: 1000 })
  simulator.control({ faults: [{ kind: "slow", ms: 500, on: "devices" }] })
  const first = await startWorker(url())
  const runId = await start()
  await expect
    .poll(async () => (await runOf(runId)).progress, { timeout: 20_000 })
    .toMatchObject({ phase: "read" })
  const began = performance.now()
  first.kill("SIGTERM")
  expect(await first.exited).toEqual({ code: 0, signal: null })
  expect(performance.now() - began).toBeLessThan(15_000)
  expect(await runOf(runId)).toMatchObject({ status: "PENDING", attempt: 1, workerId: null })
  const { rows } = await pool().query("select locked_by from graphile_worker.jobs where key = $1", [
    `sync:${runId}`,
  ])
  expect(rows).toEqual([{ locked_by: null }])
  simulator.control({ faults: [] })
  await startWorker(url())
  expect(await ended(runId)).toMatchObject({ status: "SUCCESS", attempt: 2, counts: { created: 1000 } })
  expect(simulator.state().requests["POST /api/v2/devices"]).toBeLessThan(20)
})

test("S4-RECOVER the run of a worker that was killed is ended by another, from its checkpoint", async () => {
  const { simulator, start, id } = await connect({ devices: 1000 })
  simulator.control({ faults: [{ kind: "slow", ms: 500, on: "devices" }] })
  const first = await startWorker(url())
  const runId = await start()
  await expect
    .poll(async () => (await runOf(runId)).progress, { timeout: 20_000 })
    .toMatchObject({ phase: "read" })
  first.kill("SIGKILL")
  await first.exited
  expect(await runOf(runId)).toMatchObject({ status: "RUNNING", attempt: 1 })
  simulator.control({ faults: [] })
  const aMinuteAgo = new Date(Date.now() - 60_000) // instead of waiting for 45 s without a heartbeat
  await prisma().syncLog.update({ where: { id: runId }, data: { heartbeatAt: aMinuteAgo } })
  const second = await startWorker(url())
  expect(await ended(runId)).toMatchObject({ status: "SUCCESS", attempt: 2, counts: { created: 1000 } })
  expect(await prisma().deviceRecord.count({ where: { integrationId: id } })).toBe(1000)
  expect(await second.said("run lost its worker, queued again")).toMatchObject({ runId })
})
