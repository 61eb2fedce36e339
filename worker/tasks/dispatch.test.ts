import { afterEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { dispatch } from "./dispatch"

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
