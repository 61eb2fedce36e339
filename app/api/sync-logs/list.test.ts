import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { carryOut } from "@/app/api/carry-out.test-support"
import { prisma } from "@/lib/db/client"
import { type Bench, newIntegration, record, sync } from "@/lib/sync/engine.test-support"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"

testDatabase()

let tenant: Tenant
let other: Tenant
let at: Bench
beforeAll(async () => {
  other = await makeTenant()
})
beforeEach(async () => {
  tenant = await makeTenant()
  at = await newIntegration(tenant.accountId)
})

const get = (address: string, token = tenant.tokens.viewer) => callApi(address, { token })
const fleet = (count: number) => Array.from({ length: count }, (_, n) => record(n))

async function preview(records: ReturnType<typeof record>[]): Promise<string> {
  const { json } = await callApi(`/api/integrations/${at.integrationId}/sync`, {
    method: "POST",
    token: tenant.tokens.admin,
    body: { mode: "preview" },
  })
  await carryOut(json.job_id, { records })
  return json.job_id
}

describe("S4-HISTORY every run of the account", () => {
  test("S4-HISTORY newest first, page by page, of all integrations", async () => {
    const first = await sync(at, { records: fleet(2) })
    const second = await sync(await newIntegration(tenant.accountId), { records: fleet(1) })
    const third = await preview(fleet(3))
    const page = (await get("/api/sync-logs?limit=2")).json
    expect(page.items.map(({ id }: { id: string }) => id)).toEqual([third, second.id])
    const rest = (await get(`/api/sync-logs?limit=2&cursor=${page.nextCursor}`)).json
    expect(rest).toMatchObject({ items: [{ id: first.id, integrationName: "Addigy" }], nextCursor: null })
  })

  test("S4-HISTORY filtered by integration, status and mode; a word that is none is 422", async () => {
    await sync(at, { records: fleet(2) })
    await sync(at, { records: fleet(2), failAt: { page: 0, error: new Error("cut") } })
    await preview(fleet(3))
    const counted = async (query: string) => (await get(`/api/sync-logs?${query}`)).json.items.length
    expect(await counted(`integrationId=${at.integrationId}`)).toBe(3)
    expect(await counted("integrationId=00000000-0000-7000-8000-000000000000")).toBe(0)
    expect(await counted("status=FAILED")).toBe(1)
    expect(await counted("mode=preview")).toBe(1)
    expect(await counted("mode=sync&status=SUCCESS")).toBe(1)
    expect((await get("/api/sync-logs?status=lost")).status).toBe(422)
  })

  test("O-AUTH another account's runs are not among them", async () => {
    await sync(at, { records: fleet(2) })
    expect((await get("/api/sync-logs", other.tokens.admin)).json.items).toEqual([])
  })
})

describe("N-PLAN how much a plan holds", () => {
  test("N-PLAN each action with its count, of a preview as of a sync", async () => {
    const { id } = await sync(at, { records: fleet(4) })
    expect((await get(`/api/sync-logs/${id}/changes/counts`)).json).toEqual({ create: 4 })
    const plan = await preview([
      record(0, { name: "Renamed" }),
      ...fleet(3).slice(1),
      record("a"),
      record("b"),
    ])
    expect((await get(`/api/sync-logs/${plan}/changes/counts`)).json).toEqual({
      create: 2,
      update: 1,
      missing: 1,
    })
    expect((await get(`/api/sync-logs/${plan}/changes/counts`, other.tokens.admin)).status).toBe(404)
  })
})

test("log lines are given from a level on", async () => {
  const { id } = await sync(at, { records: fleet(1) })
  await prisma().syncLogLine.deleteMany({ where: { syncLogId: id } })
  const { accountId } = tenant
  for (const level of ["info", "warn", "error"])
    await prisma().syncLogLine.create({ data: { accountId, syncLogId: id, level, message: level } })
  const levels = async (query: string) =>
    (await get(`/api/sync-logs/${id}/lines${query}`)).json.items.map((line: { level: string }) => line.level)
  expect(await levels("")).toEqual(["info", "warn", "error"])
  expect(await levels("?level=warn")).toEqual(["warn", "error"])
  expect(await levels("?level=error")).toEqual(["error"])
  expect((await get(`/api/sync-logs/${id}/lines?level=loud`)).status).toBe(422)
})

test("S4-CARD a preview that has ended is not taken for the last sync of its integration", async () => {
  const { id } = await sync(at, { records: fleet(1) })
  await preview(fleet(2))
  const { json } = await get(`/api/integrations/${at.integrationId}`)
  expect(json.lastSync).toMatchObject({ id, mode: "sync" })
})
