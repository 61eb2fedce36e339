import { expect, test } from "vitest"
import { prisma } from "@/lib/db/client"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"

testDatabase()

const start = (tenant: Tenant) =>
  callApi("/api/integrations/mdm/sync", { method: "POST", token: tenant.tokens.member })
const status = async (tenant: Tenant) =>
  (await callApi("/api/integrations/mdm/sync-status", { token: tenant.tokens.viewer })).json

const connect = (tenant: Tenant) =>
  prisma().integration.create({ data: { accountId: tenant.accountId, provider: "addigy", name: "A" } })

test("S0-API without an MDM integration both say so", async () => {
  const tenant = await makeTenant()
  expect(await status(tenant)).toMatchObject({
    status: 404,
    detail: expect.stringContaining("no MDM integration"),
  })
  expect((await start(tenant)).json.detail).toContain("Settings > Integrations")
})

test("S0-API a sync answers in_progress with its job id, twice the same while it is live", async () => {
  const tenant = await makeTenant()
  const { id: integrationId } = await connect(tenant)
  const started = await start(tenant)
  expect(started.status).toBe(202)
  expect(started.json).toEqual({ status: "in_progress", job_id: expect.any(String) })
  expect((await start(tenant)).json).toEqual(started.json)
  const run = await callApi(`/api/sync-logs/${started.json.job_id}`, { token: tenant.tokens.viewer })
  expect(run.json).toMatchObject({ integrationId, status: "PENDING", trigger: "api" })
})

test("S0-API the status tells of the last run that ended", async () => {
  const tenant = await makeTenant()
  const { accountId } = tenant
  const { id: integrationId } = await connect(tenant)
  expect(await status(tenant)).toEqual({ last_sync_at: null, status: null, created: 0, updated: 0 })
  const end = (hour: number, data: object) =>
    prisma().syncLog.create({
      data: {
        accountId,
        integrationId,
        trigger: "scheduled",
        status: "SUCCESS",
        completedAt: new Date(Date.UTC(2026, 0, 1, hour)),
        ...data,
      },
    })
  await end(1, { counts: { created: 25, updated: 3 } })
  const success = { last_sync_at: "2026-01-01T01:00:00.000Z", status: "success", created: 25, updated: 3 }
  expect(await status(tenant)).toEqual(success)
  await end(2, { status: "CANCELLED" })
  await end(3, { status: "RUNNING", completedAt: null })
  expect(await status(tenant)).toEqual(success)
  await end(4, { status: "FAILED", errorCode: "unauthorized", errorMessage: "Refused." })
  expect(await status(tenant)).toMatchObject({
    last_sync_at: "2026-01-01T04:00:00.000Z",
    status: "error",
    created: 0,
  })
  await end(5, { status: "PARTIAL", counts: { created: 1, rejected: 1 } })
  expect(await status(tenant)).toMatchObject({ status: "success", created: 1 })
})

test("S0-API with two MDM integrations, one of them busy with a preview, the other's job is told", async () => {
  const tenant = await makeTenant()
  const { id: busy } = await connect(tenant)
  const { id: free } = await connect(tenant)
  await callApi(`/api/integrations/${busy}/sync`, {
    method: "POST",
    token: tenant.tokens.member,
    body: { mode: "preview" },
  })
  const started = await start(tenant)
  expect(started.status).toBe(202)
  const run = await callApi(`/api/sync-logs/${started.json.job_id}`, { token: tenant.tokens.viewer })
  expect(run.json).toMatchObject({ integrationId: free, mode: "sync" })
})
