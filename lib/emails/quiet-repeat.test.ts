import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import type { NoticeKind } from "@/lib/domain/notification-rules"
import { notifyAdmins } from "@/lib/notifications/notify-admins"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"

testDatabase()
process.env.SMTP_URL = "smtp://127.0.0.1:1"

const integrationId = "00000000-0000-7000-8000-00000000000a"
let accountId: string
beforeEach(async () => {
  await pool().query("delete from emails")
  ;({ accountId } = await makeTenant())
})

const tell = (kind: NoticeKind, isKnown = true, wasFailing: boolean | null = isKnown) =>
  notifyAdmins(pool(), {
    accountId,
    kind,
    title: kind,
    body: "…",
    href: null,
    integrationId,
    syncLogId: null,
    isKnown,
    wasFailing,
  })
/** What one failed run has to tell, in the order in which it is told. */
const tellRun = async (...news: [kind: NoticeKind, isKnown: boolean][]) => {
  const syncLogId = randomUUID()
  for (const [kind, isKnown] of news)
    await notifyAdmins(pool(), {
      accountId,
      kind,
      title: kind,
      body: "…",
      href: null,
      integrationId,
      syncLogId,
      isKnown,
      wasFailing: true,
    })
}
const kinds = async () =>
  (await prisma().email.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(({ kind }) => kind)
const passHours = (hours: number) =>
  pool().query("update emails set created_at = created_at - make_interval(hours => $1)", [hours])

test("O-NOTIFY of what goes on failing, the first, the third and then one a day are e-mailed, and then that it recovered", async () => {
  await tell("sync_failed", false)
  await passHours(1)
  await tell("sync_failed")
  expect(await kinds()).toEqual(["sync_failed"])
  await tell("sync_failing", false, true)
  expect(await kinds()).toEqual(["sync_failed", "sync_failing"])
  await passHours(19)
  await tell("sync_failed")
  await tell("sync_failing")
  expect(await kinds()).toEqual(["sync_failed", "sync_failing"])
  await passHours(2)
  await tell("sync_failed")
  await tell("sync_failing")
  expect(await kinds()).toEqual(["sync_failed", "sync_failing", "sync_failed"])
  await tell("sync_recovered")
  await passHours(1)
  await tell("sync_recovered")
  expect((await kinds()).slice(3)).toEqual(["sync_recovered"])
  await tell("sync_failed", false)
  expect((await kinds()).at(-1)).toBe("sync_failed")
})

test("O-NOTIFY a daily run that goes on failing is e-mailed of every day, also when it takes less long than the day before", async () => {
  await tell("sync_failed", false)
  for (let day = 0; day < 2; day++) {
    await passHours(23)
    await tell("sync_failed")
  }
  expect(await kinds()).toEqual(["sync_failed", "sync_failed", "sync_failed"])
})

test("O-NOTIFY the third failure in a row of a daily run is one e-mail, and one a day stays one a day", async () => {
  await tell("sync_failed", false)
  await passHours(24)
  await tellRun(["sync_failed", false])
  await passHours(24)
  await tellRun(["sync_failing", false], ["sync_failed", false])
  expect(await kinds()).toEqual(["sync_failed", "sync_failed", "sync_failing"])
  await passHours(24)
  await tellRun(["sync_failing", true], ["credentials_refused", false])
  await passHours(1)
  await tellRun(["sync_failing", true], ["credentials_refused", true])
  expect((await kinds()).slice(3)).toEqual(["sync_failing"])
})

test("O-NOTIFY where the third in a row is not e-mailed, the failure itself is", async () => {
  await prisma().account.update({
    where: { id: accountId },
    data: { notificationRules: { sync_failing: { email: false } } },
  })
  await tell("credentials_refused", false)
  await passHours(24)
  await tellRun(["sync_failing", false], ["credentials_refused", true])
  expect(await kinds()).toEqual(["credentials_refused", "credentials_refused"])
})

test("S0-ERROR a first failure is e-mailed also where nobody was told that the one before was over", async () => {
  await prisma().account.update({
    where: { id: accountId },
    data: { notificationRules: { sync_recovered: { email: false } } },
  })
  await tell("sync_failed", false)
  await tell("credentials_refused", false, true)
  await passHours(1)
  await tell("sync_recovered")
  await passHours(1)
  await tell("sync_failed", false)
  await tell("credentials_refused", false, true)
  expect(await kinds()).toEqual(["sync_failed", "credentials_refused", "sync_failed", "credentials_refused"])
})

test("S0-ERROR a first failure is e-mailed also after a preview that failed, and its end only where a sync had failed", async () => {
  await tell("sync_failed", false, null)
  await tell("sync_recovered", true, false)
  expect(await kinds()).toEqual(["sync_failed"])
  await passHours(1)
  await tell("sync_failed", false)
  expect(await kinds()).toEqual(["sync_failed", "sync_failed"])
})

test("O-NOTIFY a success that nobody was told a failure before is not e-mailed", async () => {
  await tell("sync_recovered")
  expect(await kinds()).toEqual([])
})

test("O-NOTIFY refused credentials are e-mailed at once, also among other failures", async () => {
  await tell("sync_failed", false)
  await passHours(1)
  await tell("credentials_refused", false, true)
  await tell("credentials_refused")
  expect(await kinds()).toEqual(["sync_failed", "credentials_refused"])
})

test("O-NOTIFY what is known is not told in the app again, and each channel can be turned off by kind", async () => {
  const inApp = () => prisma().notification.count({ where: { accountId } })
  await tell("sync_failed", false)
  await tell("sync_failed", true)
  expect(await inApp()).toBe(1)
  await prisma().account.update({
    where: { id: accountId },
    data: { notificationRules: { removals_held: { email: false }, source_silent: { inApp: false } } },
  })
  await tell("removals_held", false)
  await tell("source_silent", false)
  expect(await inApp()).toBe(2)
  expect(await kinds()).toEqual(["sync_failed", "source_silent"])
})
