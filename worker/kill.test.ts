import { randomInt } from "node:crypto"
import type { PoolClient } from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueSync } from "@/lib/sync-logs/queue-sync"
import { readSimulator } from "@/lib/tooling/read-simulator"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { startWorker } from "@/lib/tooling/test-worker"
import { waitUntil } from "@/lib/tooling/wait-until"
import { type AddigySimulator, startAddigySimulator } from "@/simulators/addigy/start-addigy-simulator"

/**
 * One worker holds five runs, each stopped in another phase by what the phase itself waits for: a provider that does not
 * answer, a row or a lock of Postgres. It is killed with SIGKILL; a second worker, with the timings of production, takes over.
 */
const url = testDatabase()
const phases = ["read", "stage", "plan", "apply", "finish"] as const
type Phase = (typeof phases)[number]

type Stand = Awaited<ReturnType<typeof prepare>>
const stands = new Map<Phase, Stand>()
const standOf = (phase: Phase): Stand => {
  const stand = stands.get(phase)
  if (stand === undefined) throw new Error(`The phase ${phase} was not prepared.`)
  return stand
}
const lockKey = randomInt(1_000_000_000)
let secondsToEnd = Number.POSITIVE_INFINITY
const workers: Awaited<ReturnType<typeof startWorker>>[] = []
/** Requests to the provider: those of before the kill are taken off those of the end. */
const askedAgain = new Map<Phase, number>()

beforeAll(async () => {
  for (const phase of phases) stands.set(phase, await prepare())
  const first = await startWorker(url(), { WORKER_CONCURRENCY: "5" })
  workers.push(first)
  for (const phase of phases) await runToEnd(standOf(phase))
  for (const phase of phases) change(standOf(phase).simulator)
  const locks = await openLocks()
  for (const phase of phases) {
    const { simulator, start } = standOf(phase)
    if (phase === "read") simulator.control({ faults: [{ kind: "hang", on: "devices", after: 2 }] })
    // Pages so slow that the run writes each one by itself
    if (phase === "stage")
      simulator.control({ faults: [{ kind: "slow", ms: 1100, on: "devices", after: 1 }] })
    await start()
    if (phase === "stage") await holdStage(locks, standOf(phase))
  }
  for (const phase of phases)
    await waitUntil({ what: `a run waits in ${phase}`, isSo: () => isWaiting(phase), seconds: 30 })
  const second = await startWorker(url(), { WORKER_CONCURRENCY: "5" })
  workers.push(second)
  await second.said("worker takes jobs")
  for (const phase of phases) askedAgain.set(phase, -requests(standOf(phase).simulator))
  first.kill("SIGKILL")
  expect(await first.exited).toEqual({ code: null, signal: "SIGKILL" })
  const began = performance.now()
  for (const phase of phases) standOf(phase).simulator.control({ faults: [] })
  await locks.release()
  await waitUntil({ what: "the five runs have ended", isSo: haveEnded, seconds: 95, everyMs: 200 })
  for (const phase of phases)
    askedAgain.set(phase, (askedAgain.get(phase) ?? 0) + requests(standOf(phase).simulator))
  secondsToEnd = (performance.now() - began) / 1000
}, 150_000)

afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL")
  for (const { simulator } of stands.values()) await simulator.stop()
})

describe("S4-RECOVER after kill -9 another worker ends the run within 90 s, exactly", () => {
  test.each(phases)("S4-RECOVER killed in the phase %s", async (phase) => {
    const { simulator, integrationId, runId } = standOf(phase)
    expect(secondsToEnd).toBeLessThan(90)
    const run = await prisma().syncLog.findUniqueOrThrow({ where: { id: runId() } })
    expect(run).toMatchObject({
      status: "SUCCESS",
      attempt: 2,
      counts: { created: 1, updated: 2, unchanged: 247, removed: 0, rejected: 0, conflicts: 0 },
      receipt: { devices: { complete: true, received: 250, duplicates: 0 } },
    })
    expect(await readInventory(integrationId)).toEqual(await readTruth(simulator))
    const changes = await prisma().deviceChange.groupBy({
      by: ["kind"],
      where: { syncLogId: runId() },
      _count: true,
    })
    expect(Object.fromEntries(changes.map(({ kind, _count }) => [kind, _count]))).toEqual({
      created: 1,
      updated: 2,
    })
    expect(await prisma().deviceRecord.count({ where: { integrationId, missingSince: { not: null } } })).toBe(
      1,
    )
    const { rows } = await pool().query("select from sync_records where sync_log_id = $1", [runId()])
    expect(rows).toHaveLength(0)
    const pagesLeft = { read: 1, stage: 1, plan: 0, apply: 0, finish: 0 }[phase]
    if (pagesLeft === 0) expect(askedAgain.get(phase)).toBe(0)
    else expect(askedAgain.get(phase)).toBeGreaterThanOrEqual(pagesLeft)
  })
})

/** An account with an integration that reads 250 devices of a simulator of its own. */
async function prepare() {
  const simulator = await startAddigySimulator({ devices: 250, now: () => Date.UTC(2026, 10, 22) })
  const { admin } = await makeTenant()
  const settings = { baseUrl: simulator.url }
  const credentials = { apiKey: simulator.credentials.apiKey }
  const input = integrationInput.parse({ provider: "addigy", name: "Addigy", settings, credentials })
  const options = { check: false, providers: registry, catalog, now: new Date() }
  const { id: integrationId } = await createIntegration(admin, input, options)
  let last = ""
  const start = async () => {
    last = (await queueSync(admin, { integrationId, mode: "sync", trigger: "manual" })).job_id
  }
  return { simulator, accountId: admin.accountId, integrationId, start, runId: () => last }
}

async function runToEnd({ start, runId }: Stand): Promise<void> {
  await start()
  const hasEnded = async () =>
    (await prisma().syncLog.count({ where: { id: runId(), completedAt: { not: null } } })) === 1
  await waitUntil({ what: "the first run has ended", isSo: hasEnded, seconds: 30 })
}

/** One device less, one more, two renamed. */
function change(simulator: AddigySimulator): void {
  simulator.control({ removeFirst: 1 })
  simulator.control({
    change: { count: 2, field: "device_name" },
    add: [{ serial: "ZZNEW", name: "new-one" }],
  })
}

/** What makes the runs wait, each in its phase; `release` lets all of them go on. */
async function openLocks() {
  const client = await pool().connect()
  const { integrationId } = standOf("finish")
  await client.query(`
    create function wait_here() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(${lockKey}); return new; end $$;
    create trigger wait_at_finish before update of status on sync_logs for each row
      when (new.status = 'SUCCESS' and new.integration_id = '${integrationId}') execute function wait_here()`)
  await client.query("begin")
  await client.query("select pg_advisory_xact_lock($1)", [lockKey])
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `inventory:${standOf("plan").accountId}`,
  ])
  await client.query("select from devices where account_id = $1 for no key update", [
    standOf("apply").accountId,
  ])
  return {
    client,
    release: async () => {
      await client.query("commit")
      client.release()
    },
  }
}

/** Once the run has staged its first pages, it waits with the next ones for its own row. */
async function holdStage({ client }: { client: PoolClient }, { runId }: Stand): Promise<void> {
  const hasStaged = async () =>
    (await pool().query("select from sync_pages where sync_log_id = $1", [runId()])).rowCount === 2
  await waitUntil({ what: "two pages are staged", isSo: hasStaged, seconds: 20, everyMs: 20 })
  await client.query("select from sync_logs where id = $1 for no key update", [runId()])
}

/** Statements that wait for a lock, by the phase they belong to. */
const waitingIn: Record<Exclude<Phase, "read">, string> = {
  stage: "update sync_logs%set checkpoint%",
  plan: "select pg_advisory_lock(hashtextextended%",
  apply: "with written as%update devices d%",
  finish: "update sync_logs%set status = $3%",
}

async function isWaiting(phase: Phase): Promise<boolean> {
  if (phase === "read") return requests(standOf("read").simulator) === 6 // the third page of the second run
  const { rowCount } = await pool().query(
    `select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like $1 and pid <> pg_backend_pid()`,
    [waitingIn[phase]],
  )
  return rowCount === 1
}

async function haveEnded(): Promise<boolean> {
  const ids = phases.map((phase) => standOf(phase).runId())
  const ended = await prisma().syncLog.count({ where: { id: { in: ids }, completedAt: { not: null } } })
  return ended === phases.length
}

const requests = (simulator: AddigySimulator): number =>
  simulator.state().requests["POST /api/v2/devices"] ?? 0

const readTruth = async (simulator: AddigySimulator) =>
  (await readSimulator(simulator)).map(({ externalId, ...values }) => values)

async function readInventory(integrationId: string) {
  const { rows } = await pool().query(
    `select d.serial_number as "serialNumber", d.name, d.model, d.assigned_to as "assignedTo", d.os_version as "osVersion"
       from device_records r join devices d on d.id = r.device_id
      where r.integration_id = $1 and r.missing_since is null and d.status = 'active' order by d.serial_number`,
    [integrationId],
  )
  return rows
}
