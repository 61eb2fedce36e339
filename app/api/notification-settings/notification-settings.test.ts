import { expect, test } from "vitest"
import { prisma } from "@/lib/db/client"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"

testDatabase()

const address = "/api/notification-settings"

test("O-NOTIFY everything goes everywhere until an admin says otherwise, kind by kind and channel by channel", async () => {
  const { tokens } = await makeTenant()
  const token = tokens.admin
  const before = (await callApi(address, { token })).json
  expect(before.rules.removals_held).toEqual({ inApp: true, email: true })
  const change = (body: object) => callApi(address, { method: "PATCH", token, body })
  await change({ removals_held: { email: false } })
  const after = (await change({ removals_held: { inApp: false }, sync_failed: { email: false } })).json
  expect(after.rules).toEqual({
    ...before.rules,
    removals_held: { inApp: false, email: false },
    sync_failed: { inApp: true, email: false },
  })
  expect((await callApi(address, { token })).json).toEqual(after)
})

test("O-NOTIFY news or channels that do not exist are refused, and only admins see and change where news go", async () => {
  const { tokens } = await makeTenant()
  const change = (token: string, body: object) => callApi(address, { method: "PATCH", token, body })
  expect((await change(tokens.admin, { coffee_ready: { email: true } })).status).toBe(422)
  expect((await change(tokens.admin, { sync_failed: { pigeon: true } })).status).toBe(422)
  expect((await change(tokens.member, { sync_failed: { email: false } })).status).toBe(403)
  expect((await callApi(address, { token: tokens.viewer })).status).toBe(403)
})

test("O-NOTIFY without a mail server the settings say so, and a test is refused with what to do", async () => {
  const { accountId, tokens } = await makeTenant()
  const token = tokens.admin
  expect((await callApi(address, { token })).json.email).toMatchObject({ isSetUp: false, waiting: 0 })
  const refused = await callApi(`${address}/test`, { method: "POST", token })
  expect(refused.status).toBe(409)
  expect(refused.json.detail).toContain("SMTP_URL")
  expect(await prisma().email.count({ where: { accountId } })).toBe(0)
})

test("O-NOTIFY the settings tell how the last test e-mail fared", async () => {
  const { accountId, tokens } = await makeTenant()
  const lastTest = async () => (await callApi(address, { token: tokens.admin })).json.email.lastTest
  expect(await lastTest()).toBeNull()
  const test = { accountId, recipient: "ada@example.com", kind: "test", title: "A test", body: "…" }
  const { id } = await prisma().email.create({ data: test })
  await prisma().email.create({ data: { ...test, kind: "sync_failed" } })
  const usual = { recipient: "ada@example.com", status: "pending", error: null, nextAttemptAt: null }
  expect(await lastTest()).toMatchObject(usual)
  const update = (data: object) => prisma().email.update({ where: { id }, data })
  await update({ lastError: "The mail server is down.", nextAttemptAt: new Date("2026-11-22T10:05:00Z") })
  expect(await lastTest()).toMatchObject({
    error: "The mail server is down.",
    nextAttemptAt: "2026-11-22T10:05:00.000Z",
  })
  await update({ status: "sent", lastError: null })
  expect(await lastTest()).toMatchObject({ ...usual, status: "sent" })
})
