import { Logger, runOnce } from "graphile-worker"
import { afterEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { updateSyncSettings } from "@/lib/integrations/update-sync-settings"
import { tasks } from "@/lib/jobs/tasks"
import { log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueSync } from "@/lib/sync-logs/queue-sync"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { dispatch } from "./dispatch"
import { requeueRun } from "./requeue-run"

testDatabase()
afterEach(() => prisma().account.deleteMany())

const connect = (actor: Actor, schedule: object, now: Date) => {
  const input = { provider: "addigy", name: "Addigy", credentials: { apiKey: "key" }, ...schedule }
  return createIntegration(actor, integrationInput.parse(input), {
    check: false,
    providers: registry,
    catalog,
    now,
  })
}
const dispatchAt = (now: string) => dispatch({ pool: pool(), catalog, now: new Date(now), log })
const integrationOf = async (runId: string | undefined) =>
  (await prisma().syncLog.findUniqueOrThrow({ where: { id: runId ?? "" } })).integrationId
const nextOf = async (id: string) =>
  (await prisma().integration.findUniqueOrThrow({ where: { id } })).nextSyncAt?.toISOString()
const jobsOf = async (runId: string | undefined) =>
  (await pool().query("select task_identifier from graphile_worker.jobs where key = $1", [`sync:${runId}`]))
    .rows

test("S0-CRON an MDM integration made without a schedule is queued daily at 04:00 UTC", async () => {
  const { admin } = await makeTenant()
  const { id, cron, timeZone } = await connect(admin, {}, new Date("2026-11-21T12:00:00Z"))
  expect({ cron, timeZone }).toEqual({ cron: "0 4 * * *", timeZone: "UTC" })
  expect(await dispatchAt("2026-11-22T03:59:59Z")).toEqual([])
  const [run, ...more] = await dispatchAt("2026-11-22T04:00:00Z")
  expect(more).toEqual([])
  expect(await integrationOf(run)).toBe(id)
  expect(await prisma().syncLog.findUnique({ where: { id: run ?? "" } })).toMatchObject({
    status: "PENDING",
    trigger: "scheduled",
    triggeredById: null,
  })
  expect(await jobsOf(run)).toEqual([{ task_identifier: "sync" }])
  expect(await nextOf(id)).toBe("2026-11-23T04:00:00.000Z")
  expect(await dispatchAt("2026-11-22T04:00:30Z")).toEqual([])
})

test("S0-DETECT an account whose devices are kept by hand, or come from another system, is skipped", async () => {
  const { admin, accountId } = await makeTenant()
  const { id } = await connect(admin, { syncInterval: 300 }, new Date("2026-01-01T00:00:00Z"))
  await prisma().account.update({ where: { id: accountId }, data: { deviceSource: "database" } })
  expect(await dispatchAt("2026-01-01T12:00:00Z")).toEqual([])
  await prisma().account.update({ where: { id: accountId }, data: { deviceSource: "addigy" } })
  const [run] = await dispatchAt("2026-01-01T12:00:00Z")
  expect(await integrationOf(run)).toBe(id)
})

test("S0-DETECT an account that cannot be queued does not stop the next", async () => {
  const [broken, fine] = [await makeTenant(), await makeTenant()]
  const now = new Date("2026-02-01T00:00:00Z")
  const { id: brokenId } = await connect(broken.admin, { syncInterval: 300 }, now)
  const { id } = await connect(fine.admin, { syncInterval: 300 }, now)
  await prisma().integration.update({
    where: { id: brokenId },
    data: { syncInterval: null, cron: "no cron at all", nextSyncAt: now },
  })
  const runs = await dispatchAt("2026-02-01T12:00:00Z")
  expect(await Promise.all(runs.map(integrationOf))).toEqual([id])
})

test("S4-WORKER missed runs are skipped, and the next one counts from the planned time", async () => {
  const { admin } = await makeTenant()
  const { id } = await connect(admin, { syncInterval: 3600 }, new Date("2026-03-01T00:00:00Z"))
  const planned = new Date((await nextOf(id)) ?? "")
  const now = new Date(planned.getTime() + 5.5 * 3_600_000)
  expect(await dispatchAt(now.toISOString())).toHaveLength(1)
  expect(await nextOf(id)).toBe(new Date(planned.getTime() + 6 * 3_600_000).toISOString())
})

test("S3-OVERLAP a run that is still live is not doubled, and the plan goes on", async () => {
  const { admin } = await makeTenant()
  const { id } = await connect(admin, { syncInterval: 300 }, new Date("2026-04-01T00:00:00Z"))
  expect(await dispatchAt("2026-04-01T01:00:00Z")).toHaveLength(1)
  expect(await dispatchAt("2026-04-01T02:00:00Z")).toEqual([])
  expect(await prisma().syncLog.count({ where: { integrationId: id } })).toBe(1)
  expect(new Date((await nextOf(id)) ?? 0).getTime()).toBeGreaterThan(Date.parse("2026-04-01T02:00:00Z"))
})

test("S4-WORKER two dispatchers at once queue each run once", async () => {
  const { admin } = await makeTenant()
  const { id } = await connect(admin, { syncInterval: 300 }, new Date("2026-05-01T00:00:00Z"))
  const both = await Promise.all([dispatchAt("2026-05-01T01:00:00Z"), dispatchAt("2026-05-01T01:00:00Z")])
  expect(both.flat()).toHaveLength(1)
  expect(await prisma().syncLog.count({ where: { integrationId: id } })).toBe(1)
})

test("S4-MANUAL a schedule that is off queues nothing", async () => {
  const { admin } = await makeTenant()
  await connect(admin, { syncInterval: 300, syncEnabled: false }, new Date("2026-06-01T00:00:00Z"))
  expect(await dispatchAt("2026-06-01T12:00:00Z")).toEqual([])
})

/** Integrations of an account that were due at noon. */
const makeDue = (accountId: string, count: number) =>
  pool().query(
    `insert into integrations (account_id, provider, name, sync_interval, next_sync_at)
     select $1, 'addigy', 'Addigy ' || n, 300, '2026-07-01T12:00:00Z' from generate_series(1, $2::int) n`,
    [accountId, count],
  )

/** The accounts of the jobs in the order in which workers take them. */
async function accountsInOrder(): Promise<string[]> {
  const taken: string[] = []
  await runOnce({
    pgPool: pool(),
    taskList: {
      sync: async (payload) => {
        const { syncLogId } = tasks.sync.parse(payload)
        const run = await prisma().syncLog.findUnique({ where: { id: syncLogId } })
        if (run !== null) taken.push(run.accountId)
      },
    },
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  })
  return taken
}

test("S4-WORKER an account with one integration starts among the first, beside another's thousand", async () => {
  const [many, few] = [await makeTenant(), await makeTenant()]
  for (const { accountId } of [many, few])
    await prisma().account.update({ where: { id: accountId }, data: { deviceSource: "addigy" } })
  await makeDue(many.accountId, 1000)
  await makeDue(few.accountId, 1)
  await dispatchAt("2026-07-01T12:00:10Z")
  const order = await accountsInOrder()
  expect(order.length).toBeGreaterThanOrEqual(1000)
  expect(order.indexOf(few.accountId)).toBeLessThan(2)
}, 60_000)

test("S4-WORKER one that falls due later does not wait behind the thousand that are queued, and people come first", async () => {
  const [many, few, person] = [await makeTenant(), await makeTenant(), await makeTenant()]
  for (const { accountId } of [many, few])
    await prisma().account.update({ where: { id: accountId }, data: { deviceSource: "addigy" } })
  await makeDue(many.accountId, 300)
  expect(await dispatchAt("2026-07-01T12:00:10Z")).toHaveLength(300)
  await makeDue(few.accountId, 2)
  expect(await dispatchAt("2026-07-01T12:00:40Z")).toHaveLength(2)
  const { id: integrationId } = await connect(person.admin, { syncInterval: null }, new Date())
  await queueSync(person.admin, { integrationId, mode: "sync", trigger: "manual" })
  const order = await accountsInOrder()
  expect(order[0]).toBe(person.accountId)
  const positions = order.flatMap((accountId, n) => (accountId === few.accountId ? [n] : []))
  expect(positions).toHaveLength(2)
  expect(Math.max(...positions)).toBeLessThan(6)
}, 60_000)

test("S4-RATE a run that is queued again keeps its account's turn", async () => {
  const { accountId } = await makeTenant()
  await prisma().account.update({ where: { id: accountId }, data: { deviceSource: "addigy" } })
  await makeDue(accountId, 3)
  const runs = await dispatchAt("2026-07-01T12:00:10Z")
  for (const id of runs) await requeueRun(pool(), id)
  const keys = runs.map((id) => `sync:${id}`)
  const { rows } = await pool().query(
    "select priority from graphile_worker.jobs where key = any($1) order by array_position($1, key)",
    [keys],
  )
  expect(rows).toEqual([{ priority: 1 }, { priority: 2 }, { priority: 3 }])
})

test("S4-MANUAL a scheduled run that waits in the queue begins at once when a person asks for it", async () => {
  const [many, one] = [await makeTenant(), await makeTenant()]
  await prisma().account.update({ where: { id: many.accountId }, data: { deviceSource: "addigy" } })
  const { id: integrationId } = await connect(
    one.admin,
    { syncInterval: 300 },
    new Date("2026-07-01T00:00:00Z"),
  )
  await makeDue(many.accountId, 20)
  await dispatchAt("2026-07-01T12:00:10Z")
  const { job_id: id } = await queueSync(one.admin, { integrationId, mode: "sync", trigger: "manual" })
  expect(await prisma().syncLog.findUnique({ where: { id } })).toMatchObject({
    trigger: "scheduled",
    context: { hastened: true },
  })
  expect((await accountsInOrder())[0]).toBe(one.accountId)
}, 60_000)

test("S3-FREQ a stream with its own interval is read in between, and the integration's plan stays", async () => {
  const { admin } = await makeTenant()
  const made = new Date("2026-08-01T00:00:00Z")
  const { id } = await connect(admin, { cron: "0 4 * * *" }, made)
  const settings = { streams: { devices: { syncInterval: 300 } } } as const
  await updateSyncSettings(admin, id, settings, { catalog, now: made })
  const streamNext = async () =>
    (
      await prisma().integrationStream.findFirstOrThrow({ where: { integrationId: id } })
    ).nextSyncAt?.toISOString()
  expect(await streamNext()).toBe("2026-08-01T00:05:00.000Z")
  expect(await dispatchAt("2026-08-01T00:04:59Z")).toEqual([])
  const [first = ""] = await dispatchAt("2026-08-01T00:12:00Z")
  expect(await integrationOf(first)).toBe(id)
  expect([await streamNext(), await nextOf(id)]).toEqual([
    "2026-08-01T00:15:00.000Z",
    "2026-08-01T04:00:00.000Z",
  ])

  // while that run is live the stream stays due, and is taken up as soon as it has ended
  expect(await dispatchAt("2026-08-01T00:16:00Z")).toEqual([])
  expect(await streamNext()).toBe("2026-08-01T00:15:00.000Z")
  await prisma().syncLog.update({ where: { id: first }, data: { status: "SUCCESS" } })
  expect(await dispatchAt("2026-08-01T00:16:30Z")).toHaveLength(1)

  // at the integration's own time nothing is left to read that has no time of its own
  await prisma().syncLog.updateMany({ data: { status: "SUCCESS" } })
  await prisma().integrationStream.updateMany({ data: { nextSyncAt: new Date("2026-08-01T04:02:00Z") } })
  expect(await dispatchAt("2026-08-01T04:00:30Z")).toEqual([])
  expect(await nextOf(id)).toBe("2026-08-02T04:00:00.000Z")
})

test("S3-FREQ a stream waits with its integration while too many runs in a row have failed", async () => {
  const { admin } = await makeTenant()
  const made = new Date("2026-09-01T00:00:00Z")
  const { id } = await connect(admin, { cron: "0 4 * * *" }, made)
  const settings = { streams: { devices: { syncInterval: 300 } } } as const
  await updateSyncSettings(admin, id, settings, { catalog, now: made })
  const until = "2026-09-01T01:00:00.000Z"
  await prisma().integration.update({
    where: { id },
    data: { state: { breakerUntil: until }, nextSyncAt: until },
  })
  expect(await dispatchAt("2026-09-01T00:30:00Z")).toEqual([])
  expect(await dispatchAt("2026-09-01T01:00:30Z")).toHaveLength(1)
})
