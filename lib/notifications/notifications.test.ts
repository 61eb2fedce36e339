import { expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { notifyAdmins } from "./notify-admins"

testDatabase()

const notice = (accountId: string, syncLogId: string | null) => ({
  accountId,
  kind: "sync_failed" as const,
  title: "Addigy could not be synced",
  body: "It refused the credentials.",
  href: "/syncs/1",
  integrationId: null,
  syncLogId,
  isKnown: false,
  wasFailing: null,
})

test("S0-ERROR every admin of the account is told once of a run, and nobody else", async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()]
  const run = "00000000-0000-7000-8000-000000000001"
  await notifyAdmins(pool(), notice(tenant.accountId, run))
  await notifyAdmins(pool(), notice(tenant.accountId, run))
  const read = async (token: string) => (await callApi("/api/notifications", { token })).json
  expect(await read(tenant.tokens.admin)).toMatchObject({
    items: [{ title: "Addigy could not be synced", syncLogId: run, readAt: null }],
    unread: 1,
  })
  expect((await read(tenant.tokens.member)).items).toEqual([])
  expect((await read(other.tokens.admin)).items).toEqual([])
})

test("notifications are paged and marked as read, one's own only", async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()]
  for (let n = 0; n < 5; n++) await notifyAdmins(pool(), notice(tenant.accountId, null))
  const token = tenant.tokens.admin
  const first = (await callApi("/api/notifications?limit=3", { token })).json
  const second = (await callApi(`/api/notifications?limit=3&cursor=${first.nextCursor}`, { token })).json
  expect([first.items.length, second.items.length, second.nextCursor, second.unread]).toEqual([3, 2, null, 5])
  const mark = (token: string, body: object) =>
    callApi("/api/notifications/read", { method: "POST", token, body })
  expect((await mark(other.tokens.admin, { ids: [first.items[0].id] })).json).toEqual({ marked: 0 })
  expect((await mark(token, { ids: [first.items[0].id] })).json).toEqual({ marked: 1 })
  expect((await mark(token, { all: true })).json).toEqual({ marked: 4 })
  expect((await mark(token, {})).status).toBe(422)
  expect((await callApi("/api/notifications", { token })).json.unread).toBe(0)
})
