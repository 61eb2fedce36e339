import { beforeEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"
import { getIntegration } from "@/lib/integrations/get-integration"
import { closeBreaker } from "@/lib/integrations/outcome/close-breaker"
import { addSchedules } from "@/lib/integrations/schedules/manage-schedules"
import { dropOwnSchedule } from "@/lib/integrations/schedules/store"
import { log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { dueIntegrations } from "@/lib/schedule/due-integrations"
import { parts, record, type Script } from "@/lib/sync/engine.test-support"
import { runSync } from "@/lib/sync/run-sync"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { announceRun } from "./announce-run"
import { sweep } from "./sweep"

testDatabase()
process.env.SMTP_URL = "smtp://127.0.0.1:1"

let admin: Actor
let integrationId: string
beforeEach(async () => {
  ;({ admin } = await makeTenant())
  await prisma().account.update({ where: { id: admin.accountId }, data: { deviceSource: "addigy" } })
  const { id } = await prisma().integration.create({
    data: {
      accountId: admin.accountId,
      provider: "addigy",
      name: "Head office",
      syncInterval: 300,
      nextSyncAt: new Date(Date.now() + 280_000),
    },
  })
  integrationId = id
})

const fleet = (count: number) => Array.from({ length: count }, (_, n) => record(n))

/** One run from start to end, retries used up before. */
async function run(script: Script, trigger: "scheduled" | "manual" = "scheduled", context: object = {}) {
  const { id } = await prisma().syncLog.create({
    data: { accountId: admin.accountId, integrationId, trigger, context: { retries: 2, ...context } },
  })
  return runSync(parts(script, { announce: announceRun }), id, new AbortController().signal)
}
const succeed = (count = 30) => run({ records: fleet(count) })
const fail = (
  code: ProviderErrorCode = "unreachable",
  trigger: "scheduled" | "manual" = "scheduled",
  context: object = {},
) =>
  run(
    {
      records: fleet(30),
      failAt: { page: 0, error: new ProviderError({ code, message: `It said ${code}.` }) },
    },
    trigger,
    context,
  )

const told = async () =>
  (
    await prisma().notification.findMany({
      where: { userId: admin.userId },
      orderBy: { id: "asc" },
    })
  ).map(({ kind, title, body }) => ({ kind, title, body }))
const kinds = async () => (await told()).map(({ kind }) => kind)
const view = () => getIntegration(admin, integrationId, catalog)
/** Seconds from now until the next scheduled run. */
const nextIn = async () => Math.round((Date.parse((await view()).nextSyncAt ?? "") - Date.now()) / 1000)

test("S0-ERROR the admins are told of a run that failed, with the error in its own words", async () => {
  expect(await fail()).toBe("FAILED")
  expect(await told()).toEqual([
    { kind: "sync_failed", title: "Head office could not be synced", body: "It said unreachable." },
  ])
})

test("S0-ERROR the first failure after a success is e-mailed, whether or not the success was; the next is not, the third is", async () => {
  await prisma().account.update({
    where: { id: admin.accountId },
    data: { notificationRules: { sync_recovered: { email: false } } },
  })
  const emails = async () =>
    (await prisma().email.findMany({ where: { accountId: admin.accountId }, orderBy: { id: "asc" } })).map(
      ({ kind }) => kind,
    )
  await fail()
  await fail()
  expect(await emails()).toEqual(["sync_failed"])
  await succeed()
  await fail()
  expect(await emails()).toEqual(["sync_failed", "sync_failed"])
  await fail()
  await pool().query("update emails set created_at = created_at - interval '1 day'")
  await fail()
  expect((await emails()).slice(2)).toEqual(["sync_failing"])
})

test("O-NOTIFY the third failure in a row is told as such, once, and scheduled runs come less often", async () => {
  await fail()
  await fail()
  expect((await view()).scheduleNote).toBeNull()
  expect(await nextIn()).toBeLessThan(300)
  await fail()
  expect(await nextIn()).toBeGreaterThan(300)
  expect(await nextIn()).toBeLessThan(600)
  const { scheduleNote, nextSyncAt } = await view()
  const until = `${nextSyncAt?.slice(0, 16).replace("T", " ")} UTC`
  expect(scheduleNote).toBe(
    `3 syncs in a row failed, so the next scheduled one waits until ${until}; you can sync by hand at any time.`,
  )
  expect((await told()).at(-2)).toEqual({
    kind: "sync_failing",
    title: "3 syncs of Head office in a row failed",
    body: `The last error: It said unreachable. Until one succeeds, scheduled syncs come less often; the next is at ${until}. You can sync by hand at any time.`,
  })
  await fail()
  await fail()
  expect(await kinds()).toEqual(["sync_failed", "sync_failed", "sync_failing", "sync_failed"])
  expect(await nextIn()).toBeGreaterThan(1800)
})

test("O-NOTIFY the first success brings the plan back and is told, once", async () => {
  for (let n = 0; n < 5; n++) await fail()
  expect(await succeed()).toBe("SUCCESS")
  expect(await view()).toMatchObject({ scheduleNote: null })
  expect(await nextIn()).toBeLessThan(300)
  await succeed()
  expect((await told()).slice(4)).toEqual([
    {
      kind: "sync_recovered",
      title: "Head office syncs again",
      body: "This sync succeeded after 5 in a row had failed. Scheduled syncs come at their usual times again.",
    },
  ])
})

test("S4-RETRY an integration of several schedules is put off too, and a success brings its plan back", async () => {
  const every5 = { task: "read", cron: "*/5 * * * *", timeZone: "UTC", enabled: true } as const
  await pool().query(dropOwnSchedule, [integrationId, null])
  await addSchedules(pool(), {
    integrationId,
    schedules: [{ ...every5, streams: [], filter: [] }],
    now: new Date(),
  })
  await fail()
  await fail()
  expect(await nextIn()).toBeLessThan(301)
  await fail()
  expect(await nextIn()).toBeGreaterThan(590)
  await fail()
  expect(await nextIn()).toBeGreaterThan(1190)
  await succeed()
  expect(await nextIn()).toBeLessThan(301)
})

test("S3-FREQ a stream with an interval of its own is put off when its runs fail, however rare the integration's are", async () => {
  const nextSyncAt = new Date(Date.now() + 72_000_000)
  await prisma().integration.update({
    where: { id: integrationId },
    data: { syncInterval: 86_400, nextSyncAt },
  })
  await pool().query(
    "insert into integration_streams (integration_id, stream, sync_interval, next_sync_at) values ($1, 'devices', 300, now())",
    [integrationId],
  )
  const isDue = async (minutes: number) => {
    const at = new Date(Date.now() + minutes * 60_000)
    const due = await dueIntegrations(pool(), { now: at, limit: 1000, catalog })
    return due.some(({ id }) => id === integrationId)
  }
  const own = { streams: ["devices"] }
  await fail("unreachable", "scheduled", own)
  await fail("unreachable", "scheduled", own)
  expect(await isDue(1)).toBe(true)
  await fail("unreachable", "scheduled", own)
  expect([await isDue(9), await isDue(11)]).toEqual([false, true])
  expect((await view()).nextSyncAt).toBe(nextSyncAt.toISOString())
  await run({ records: fleet(30) }, "scheduled", own)
  expect(await isDue(1)).toBe(true)
})

test("O-NOTIFY two failures and a success are no recovery, and the count starts anew", async () => {
  await fail()
  await fail()
  await succeed()
  await fail()
  await fail()
  expect(new Set(await kinds())).toEqual(new Set(["sync_failed"]))
})

test("O-NOTIFY a new cause, or a person's run, is told also while failures go on", async () => {
  for (let n = 0; n < 4; n++) await fail()
  await fail("timeout")
  await fail("timeout", "manual")
  expect((await told()).slice(4).map(({ body }) => body)).toEqual(["It said timeout.", "It said timeout."])
})

test("O-NOTIFY refused credentials are told once, until a run succeeded", async () => {
  await fail("unauthorized")
  await fail("unauthorized")
  expect(await told()).toEqual([
    {
      kind: "credentials_refused",
      title: "Head office refused the credentials",
      body: "It said unauthorized.",
    },
  ])
  await succeed()
  await fail("forbidden")
  expect(await kinds()).toEqual(["credentials_refused", "credentials_refused"])
})

test("N-HOLD held removals are told once, not with each run that finds them again", async () => {
  await succeed(30)
  await run({ records: fleet(10) })
  expect(await run({ records: fleet(10) })).toBe("PARTIAL")
  expect(await run({ records: fleet(10) })).toBe("PARTIAL")
  expect(await told()).toEqual([
    {
      kind: "removals_held",
      title: "20 removals of Head office held for you",
      body: "20 of 30 records are gone, more than the limit of 10 (the larger of 10 and 20 %). Nothing was removed. Approve the removals if they are right, or dismiss them.",
    },
  ])
  await pool().query("update removal_holds set status = 'expired'")
  await run({ records: fleet(10) })
  expect(await kinds()).toEqual(["removals_held", "removals_held"])
})

test("N-SILENT a source that is not as usual is told once, and again after it was as usual", async () => {
  const silences = async () => (await told()).filter(({ kind }) => kind === "source_silent")
  for (let n = 0; n < 6; n++) await succeed(30)
  await succeed(35)
  expect(await kinds()).toEqual([])
  await succeed(200)
  await succeed(210)
  expect(await silences()).toEqual([
    {
      kind: "source_silent",
      title: "Head office synced, but not as usual",
      body: expect.stringContaining("The source sent 200 records; usually it sends about 30."),
    },
  ])
  await succeed(35)
  await succeed(220)
  expect(await silences()).toHaveLength(2)
})

test("a cancelled run counts for nothing", async () => {
  await fail()
  const { id } = await prisma().syncLog.create({
    data: { accountId: admin.accountId, integrationId, trigger: "manual" },
  })
  const cancel = async () => {
    await pool().query("update sync_logs set cancel_requested_at = now() where id = $1", [id])
  }
  const status = await runSync(
    parts({ records: fleet(300), beforePage: cancel }, { announce: announceRun }),
    id,
    new AbortController().signal,
  )
  expect(status).toBe("CANCELLED")
  const { state } = await prisma().integration.findUniqueOrThrow({ where: { id: integrationId } })
  expect(state).toMatchObject({ failuresInRow: 1 })
})

test("changing the settings of an integration that was put off brings its plan back", async () => {
  for (let n = 0; n < 5; n++) await fail()
  expect(await nextIn()).toBeGreaterThan(600)
  const row = await prisma().integration.findUniqueOrThrow({ where: { id: integrationId } })
  const { nextSyncAt, state } = closeBreaker(row, new Date())
  expect((nextSyncAt?.getTime() ?? 0) - Date.now()).toBeLessThan(300_000)
  expect(state).toMatchObject({ breakerUntil: null, failuresInRow: 5 })
})

test("S0-ERROR the admins are told of a run that was given up because its workers kept dying", async () => {
  const { id } = await prisma().syncLog.create({
    data: {
      accountId: admin.accountId,
      integrationId,
      trigger: "scheduled",
      status: "RUNNING",
      heartbeatAt: new Date(Date.now() - 600_000),
      context: { deaths: 4 },
    },
  })
  await sweep(pool(), log)
  expect(await prisma().syncLog.findUnique({ where: { id } })).toMatchObject({
    status: "FAILED",
    errorCode: "kept_dying",
  })
  expect(await told()).toMatchObject([
    {
      kind: "sync_failed",
      body: expect.stringMatching(
        /^The worker died 5 times on this run, so it was given up\. Nothing was removed\./,
      ),
    },
  ])
})
