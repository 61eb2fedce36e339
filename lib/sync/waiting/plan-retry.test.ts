import { describe, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"
import { newIntegration, parts, record, type Script } from "@/lib/sync/engine.test-support"
import type { SyncParts } from "@/lib/sync/parts"
import { runSync } from "@/lib/sync/run-sync"
import { syncLogView, withNames } from "@/lib/sync-logs/sync-log-view"
import { testDatabase } from "@/lib/tooling/test-database"

testDatabase()

const fails = (code: ProviderErrorCode, retryAfterSeconds: number | null = null) =>
  new ProviderError({ code, message: "The provider failed (503).", retryAfterSeconds })
const fleet = Array.from({ length: 30 }, (_, n) => record(n))

/** A run whose provider fails at its second page, as often as it is tried. */
async function failing(error: Error, data: { trigger?: "scheduled" | "manual" | "api" } = {}) {
  const { accountId, integrationId } = await newIntegration()
  const { id } = await prisma().syncLog.create({
    data: { accountId, integrationId, trigger: "scheduled", ...data },
  })
  const queued: (Date | undefined)[] = []
  const ended: unknown[] = []
  const over: Partial<SyncParts> = {
    requeue: async (_, runAt) => void queued.push(runAt),
    announce: async (_, { status }) => void ended.push(status),
  }
  const attempt = (script: Partial<Script> = { failAt: { page: 1, error } }) =>
    runSync(parts({ records: fleet, pageSize: 10, ...script }, over), id, new AbortController().signal)
  const view = async () =>
    syncLogView(await prisma().syncLog.findUniqueOrThrow({ where: { id }, include: withNames }))
  const lines = async () =>
    (await prisma().syncLogLine.findMany({ where: { syncLogId: id }, orderBy: { id: "asc" } })).map(
      ({ level, message }) => ({ level, message }),
    )
  return { id, attempt, view, lines, queued, ended }
}

/** Seconds from now. */
const inSeconds = (date: Date | undefined) => Math.round(((date?.getTime() ?? 0) - Date.now()) / 1000)

describe("S4-RETRY a scheduled run whose provider fails for now", () => {
  test("is tried again after a minute, then after five, then has failed; the admins hear of the end only", async () => {
    const run = await failing(fails("unreachable"))
    expect(await run.attempt()).toBe("PENDING")
    expect(inSeconds(run.queued[0])).toBe(60)
    expect(await run.view()).toMatchObject({
      status: "PENDING",
      error: null,
      attempt: 1,
      waiting: { for: "retry" },
    })
    expect(run.ended).toEqual([])
    expect(await run.attempt()).toBe("PENDING")
    expect(inSeconds(run.queued[1])).toBe(300)
    expect(await run.attempt()).toBe("FAILED")
    expect(run.ended).toEqual(["FAILED"])
    expect(run.queued).toHaveLength(2)
    expect(await run.view()).toMatchObject({ status: "FAILED", attempt: 3, error: { code: "unreachable" } })
    expect((await run.lines()).map(({ level }) => level)).toEqual(["info", "info", "error"])
    expect((await run.lines())[0]?.message).toMatch(
      /^Attempt 1 of 3 failed: The provider failed \(503\)\. Tried again at 20.* UTC\.$/,
    )
  })

  test("goes on from its checkpoint, and what it waited for is not shown any more", async () => {
    const run = await failing(fails("timeout"))
    await run.attempt()
    const asked: number[] = []
    const beforePage = async (page: number) => void asked.push(page)
    expect(await run.attempt({ beforePage })).toBe("SUCCESS")
    expect(asked).toEqual([1, 2])
    const view = await run.view()
    expect(view).toMatchObject({ attempt: 2, counts: { created: 30 }, error: null })
    expect(view.waiting).toBeUndefined()
  })

  test.each([
    [20, 20],
    [0, 5],
    [1800, 1800],
  ])("waits as long as the provider asks: %i s", async (asked, waited) => {
    const run = await failing(fails("rate_limited", asked))
    expect(await run.attempt()).toBe("PENDING")
    expect(inSeconds(run.queued[0])).toBe(waited)
  })

  test("fails at once when the provider asks for more than an hour", async () => {
    const run = await failing(fails("quota_exhausted", 7200))
    expect(await run.attempt()).toBe("FAILED")
  })

  test("can be cancelled while it waits", async () => {
    const run = await failing(fails("unreachable"))
    await run.attempt()
    await pool().query("update sync_logs set status = 'CANCELLED' where id = $1", [run.id])
    expect(await run.attempt()).toBeNull()
  })
})

test.each(["manual", "api"] as const)("S4-RETRY a %s run fails at once", async (trigger) => {
  const run = await failing(fails("unreachable"), { trigger })
  expect(await run.attempt()).toBe("FAILED")
  expect(run.queued).toEqual([])
})

test.each(["unauthorized", "forbidden", "misconfigured", "too_large", "unexpected"] as const)(
  "S4-RETRY what an admin or we must mend (%s) is not tried again",
  async (code) => {
    const run = await failing(fails(code))
    expect(await run.attempt()).toBe("FAILED")
  },
)

test("S4-RETRY our own fault is not tried again", async () => {
  const run = await failing(new Error("a bug"))
  expect(await run.attempt()).toBe("FAILED")
})
