import { afterAll, beforeAll, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { integrationView } from "@/lib/domain/integration"
import { scheduleNotesOfNew } from "@/lib/integrations/schedule-notes-of-new"
import { catalog } from "@/lib/providers/catalog"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"
import { type AddigySimulator, startAddigySimulator } from "@/simulators/addigy/start-addigy-simulator"

testDatabase()

let simulator: AddigySimulator
let tenant: Tenant
const asAdmin = (method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", address: string, body?: unknown) =>
  callApi(address, { method, token: tenant.tokens.admin, body })

beforeAll(async () => {
  simulator = await startAddigySimulator()
  tenant = await makeTenant()
})
afterAll(() => simulator.stop())

const input = (more: object = {}) => ({
  provider: "addigy",
  name: "Our Addigy",
  settings: { baseUrl: simulator.url },
  credentials: { apiKey: simulator.credentials.apiKey },
  ...more,
})

const create = async (more: object = {}) => {
  const made = await asAdmin("POST", "/api/integrations?check=false", input(more))
  expect(made.status, made.text).toBe(201)
  return integrationView.parse(made.json)
}

test("S4-API, S0-CRON a new MDM integration is checked, syncs daily at 04:00 UTC, and becomes the device source", async () => {
  const own = await makeTenant()
  const made = await callApi("/api/integrations", { method: "POST", token: own.tokens.admin, body: input() })
  expect(made.status, made.text).toBe(201)
  const view = integrationView.parse(made.json)
  expect(view).toMatchObject({
    cron: "0 4 * * *",
    timeZone: "UTC",
    syncInterval: null,
    syncEnabled: true,
    lastSync: null,
  })
  expect(view.nextSyncAt).toMatch(/T04:00:00\.000Z$/)
  expect(view.scheduleNote).toBeNull()
  const account = await callApi("/api/account", { token: own.tokens.viewer })
  expect(account.json).toMatchObject({ deviceSource: "addigy", role: "VIEWER" })
})

test("S4-WIZARD S0-DETECT the wizard is told beforehand of which providers no scheduled run will come", async () => {
  const own = await makeTenant()
  const source = (deviceSource: string) =>
    callApi("/api/account", { method: "PATCH", token: own.tokens.admin, body: { deviceSource } })
  const notes = () => scheduleNotesOfNew(own.admin, catalog)
  expect(await notes()).toEqual({})
  await callApi("/api/integrations?check=false", { method: "POST", token: own.tokens.admin, body: input() })
  const told = await notes()
  expect(told).not.toHaveProperty("addigy")
  expect(told).not.toHaveProperty("azure-iot-hub")
  expect(told.blackglove).toContain("come from Addigy, so scheduled syncs skip this integration")
  await source("database")
  expect((await notes()).addigy).toContain("kept by hand")
  await source("fleet")
  expect((await notes()).addigy).toContain("come from Fleet")
})

test("S0-DETECT a second MDM, or one beside a chosen source, leaves the source as it is and says why it will not run", async () => {
  const own = await makeTenant()
  await callApi("/api/integrations?check=false", { method: "POST", token: own.tokens.admin, body: input() })
  await callApi("/api/account", {
    method: "PATCH",
    token: own.tokens.admin,
    body: { deviceSource: "database" },
  })
  const second = await callApi("/api/integrations?check=false", {
    method: "POST",
    token: own.tokens.admin,
    body: input(),
  })
  expect(second.json.nextSyncAt).toBeNull()
  expect(second.json.scheduleNote).toContain("kept by hand, so scheduled syncs skip this integration")
  expect((await callApi("/api/account", { token: own.tokens.admin })).json.deviceSource).toBe("database")
})

test("O-SECRETS credentials are encrypted in the database and appear in no answer", async () => {
  const { id } = await create()
  const row = await prisma().integration.findUniqueOrThrow({ where: { id } })
  expect(Buffer.from(row.credentialsCiphertext ?? []).toString("latin1")).not.toContain(
    simulator.credentials.apiKey,
  )
  expect(JSON.stringify(row.settings)).not.toContain(simulator.credentials.apiKey)
  for (const address of ["/api/integrations", `/api/integrations/${id}`]) {
    expect((await asAdmin("GET", address)).text).not.toContain(simulator.credentials.apiKey)
  }
  expect((await asAdmin("GET", `/api/integrations/${id}`)).json.credentialKeys).toEqual(["apiKey"])
})

test("a refused check is 422 in the provider's words, and stores nothing", async () => {
  const before = await prisma().integration.count()
  const refused = await asAdmin("POST", "/api/integrations", input({ credentials: { apiKey: "wrong" } }))
  expect(refused.status).toBe(422)
  expect(refused.headers.get("content-type")).toBe("application/problem+json")
  expect(refused.json.detail).toContain("refused")
  expect(refused.text).not.toContain('wrong"')
  expect(await prisma().integration.count()).toBe(before)
})

test("O-LIMITS an address that nobody answers at is a clear error", async () => {
  const unreachable = await asAdmin(
    "POST",
    "/api/integrations/check",
    input({ settings: { baseUrl: "http://127.0.0.1:9" } }),
  )
  expect(unreachable.status).toBe(422)
  expect(unreachable.json.detail).toContain("127.0.0.1:9")
})

test("a check tells what can be chosen, and uses stored credentials for what is not given", async () => {
  const fresh = await asAdmin("POST", "/api/integrations/check", input())
  expect(fresh.json).toMatchObject({ ok: true, detail: expect.any(String), warnings: expect.any(Array) })
  const { id } = await create()
  expect((await asAdmin("POST", `/api/integrations/${id}/check`)).json.ok).toBe(true)
  const edited = await asAdmin("POST", `/api/integrations/${id}/check`, {
    credentials: { apiKey: "another" },
  })
  expect(edited.status).toBe(422)
})

test("a check warns of an integration that connects to the same place with the same credentials", async () => {
  const { id } = await create({ name: "The first of two" })
  const warning = "“The first of two” already connects to there with the same credentials."
  const fresh = await asAdmin("POST", "/api/integrations/check", input())
  expect(fresh.json.warnings).toContainEqual(expect.stringContaining(warning))
  const own = await asAdmin("POST", `/api/integrations/${id}/check`)
  expect(own.json.warnings).not.toContainEqual(expect.stringContaining(warning))
  const { tokens } = await makeTenant()
  const elsewhere = await callApi("/api/integrations/check", {
    method: "POST",
    token: tokens.admin,
    body: input(),
  })
  expect(elsewhere.json).toMatchObject({ ok: true, warnings: [] })
})

test.each([
  ["an interval that is not offered", { syncInterval: 60 }, "syncInterval"],
  ["an interval and a cron at once", { syncInterval: 300, cron: "0 4 * * *" }, "cron"],
  ["a cron of six fields", { cron: "0 0 4 * * *" }, "cron"],
  ["a cron that never comes", { cron: "0 0 30 2 *" }, "cron"],
  ["a cron of words", { cron: "every day at four please" }, "cron"],
  ["a zone that is none", { timeZone: "Mars/Olympus" }, "timeZone"],
  ["an unknown provider", { provider: "commodore" }, "provider"],
  ["an empty name", { name: "  " }, "name"],
  ["a missing credential", { credentials: {} }, "credentials.apiKey"],
  ["a wrong setting", { settings: { apiVersion: "v9" } }, "settings.apiVersion"],
  ["a NUL in a setting", { settings: { policyId: "a\0b" } }, "settings.policyId"],
])("S4-INTERVALS, O-LIMITS %s is refused by field", async (_, wrong, field) => {
  const refused = await asAdmin("POST", "/api/integrations?check=false", input(wrong))
  expect(refused.status, refused.text).toBe(422)
  expect(Object.keys(refused.json.errors)).toContain(field)
})

test.each([300, 900, 1800, 3600, 21600, 86400])(
  "S4-INTERVALS every %i seconds is taken",
  async (syncInterval) => {
    const view = await create({ syncInterval })
    expect(view).toMatchObject({ syncInterval, cron: null })
    const wait = new Date(view.nextSyncAt ?? 0).getTime() - Date.now()
    expect(wait).toBeGreaterThan((syncInterval - 5) * 1000)
    expect(wait).toBeLessThanOrEqual((syncInterval + Math.min(60, syncInterval / 10)) * 1000)
  },
)

test("S4-SCHEMA an interval of null means manual only", async () => {
  expect(await create({ syncInterval: null })).toMatchObject({
    syncInterval: null,
    cron: null,
    nextSyncAt: null,
  })
  expect(await create({ syncInterval: null, cron: null })).toMatchObject({ cron: null, nextSyncAt: null })
})

test("S4-API sync settings are changed one by one; an interval ends a cron expression and the other way round", async () => {
  const { id } = await create()
  const patch = async (body: object) =>
    (await asAdmin("PATCH", `/api/integrations/${id}/sync-settings`, body)).json
  expect(await patch({ syncInterval: 900 })).toMatchObject({ syncInterval: 900, cron: null })
  const off = await patch({ syncEnabled: false })
  expect(off).toMatchObject({ syncInterval: 900, syncEnabled: false, nextSyncAt: null })
  expect(off.scheduleNote).toContain("switched off")
  expect(await patch({ syncEnabled: true })).toMatchObject({
    nextSyncAt: expect.any(String),
    scheduleNote: null,
  })
  expect(await patch({ cron: "30 6 * * 1-5", timeZone: "Europe/Berlin" })).toMatchObject({
    syncInterval: null,
    cron: "30 6 * * 1-5",
    timeZone: "Europe/Berlin",
  })
  expect(await patch({ removalPolicy: { records: 5, percent: 50 } })).toMatchObject({
    cron: "30 6 * * 1-5",
    removalPolicy: { records: 5, percent: 50 },
  })
  expect(await patch({ cron: null })).toMatchObject({ cron: null, syncInterval: null, nextSyncAt: null })
  expect(await patch({ syncInterval: 17 })).toMatchObject({
    status: 422,
    errors: { syncInterval: [expect.any(String)] },
  })
})

test("S3-FREQ a stream may have its own interval, planned with the integration or sooner", async () => {
  const { id } = await create({ cron: "0 4 * * *" })
  const patch = (body: object) => asAdmin("PATCH", `/api/integrations/${id}/sync-settings`, body)
  const often = await patch({ streams: { devices: { syncInterval: 300 } } })
  expect(often.status, often.text).toBe(200)
  const { streams, nextSyncAt } = integrationView.parse(often.json)
  expect(streams).toMatchObject([{ stream: "devices", syncInterval: 300, lastCompleteAt: null }])
  expect(Date.parse(streams[0]?.nextSyncAt ?? "")).toBeLessThanOrEqual(Date.now() + 301_000)
  expect(nextSyncAt).toMatch(/T04:00:00\.000Z$/)
  expect((await patch({ cron: null })).json.streams[0].nextSyncAt).toBeNull()
  expect((await patch({ syncInterval: 3600 })).json.streams[0].nextSyncAt).not.toBeNull()
  expect((await patch({ streams: { devices: { syncInterval: null } } })).json.streams).toMatchObject([
    { syncInterval: null, nextSyncAt: null },
  ])
  const wrong = [{ devices: { syncInterval: 17 } }, { wheels: { syncInterval: 300 } }, { devices: 300 }]
  for (const streams of wrong) expect((await patch({ streams })).status).toBe(422)
})

test("S4-RATE the requests per second are a setting", async () => {
  const { id, requestsPerSecond } = await create()
  expect(requestsPerSecond).toBeNull()
  const patch = (body: object) => asAdmin("PATCH", `/api/integrations/${id}/sync-settings`, body)
  expect((await patch({ requestsPerSecond: 2.5 })).json.requestsPerSecond).toBe(2.5)
  expect((await patch({ syncEnabled: true })).json.requestsPerSecond).toBe(2.5)
  for (const bad of [0, -1, 5000, "2"]) expect((await patch({ requestsPerSecond: bad })).status).toBe(422)
  expect((await patch({ requestsPerSecond: null })).json.requestsPerSecond).toBeNull()
})

test("an edit that leaves the schedule alone leaves the planned time alone", async () => {
  const { id, nextSyncAt } = await create({ syncInterval: 3600 })
  const edited = await asAdmin("PUT", `/api/integrations/${id}?check=false`, {
    name: "Renamed",
    settings: { baseUrl: simulator.url },
  })
  expect(edited.json).toMatchObject({
    name: "Renamed",
    syncInterval: 3600,
    nextSyncAt,
    credentialKeys: ["apiKey"],
  })
})

test("S4-API a PUT without credentials keeps them, and one with new ones is checked with those", async () => {
  const { id } = await create()
  const settings = { baseUrl: simulator.url }
  const kept = await asAdmin("PUT", `/api/integrations/${id}`, { name: "Kept", settings })
  expect(kept.status, kept.text).toBe(200)
  const refused = await asAdmin("PUT", `/api/integrations/${id}`, {
    name: "Bad",
    settings,
    credentials: { apiKey: "wrong" },
  })
  expect(refused.status).toBe(422)
  expect((await asAdmin("GET", `/api/integrations/${id}`)).json.name).toBe("Kept")
})

test("S4-MANUAL, S3-OVERLAP a sync by hand starts while the schedule is off, and twenty at once are one run and one job", async () => {
  const { id } = await create({ syncEnabled: false })
  const starts = await Promise.all(
    Array.from({ length: 20 }, () =>
      callApi(`/api/integrations/${id}/sync`, { method: "POST", token: tenant.tokens.member }),
    ),
  )
  expect(new Set(starts.map(({ status }) => status))).toEqual(new Set([202]))
  const ids = new Set(starts.map(({ json }) => json.job_id))
  expect(ids.size).toBe(1)
  expect(starts[0]?.json).toEqual({ status: "in_progress", job_id: [...ids][0] })
  const { rows } = await pool().query("select key from graphile_worker.jobs where key = $1", [
    `sync:${[...ids][0]}`,
  ])
  expect(rows).toHaveLength(1)
  const shown = await asAdmin("GET", `/api/integrations/${id}`)
  expect(shown.json.lastSync).toMatchObject({ status: "PENDING", trigger: "api", triggeredBy: "The member" })
})

test("S4-HISTORY the history is paged, newest first", async () => {
  const { id } = await create()
  await pool().query(
    `insert into sync_logs (account_id, integration_id, trigger, status, counts, error_code, error_message)
     select account_id, id, 'scheduled', 'FAILED', '{"created": 2}', 'unauthorized', 'Refused.' from integrations, generate_series(1, 5)
     where id = $1`,
    [id],
  )
  const first = (await asAdmin("GET", `/api/integrations/${id}/sync-history?limit=3`)).json
  expect(first.items).toHaveLength(3)
  expect(first.total).toBe(5)
  expect(first.items[0]).toMatchObject({
    status: "FAILED",
    counts: { created: 2, updated: 0 },
    error: { code: "unauthorized", message: "Refused.", providerSaid: null },
  })
  const second = (
    await asAdmin("GET", `/api/integrations/${id}/sync-history?limit=3&cursor=${first.nextCursor}`)
  ).json
  expect(second.items).toHaveLength(2)
  expect(second.nextCursor).toBeNull()
  const ids = [...first.items, ...second.items].map((run: { id: string }) => run.id)
  expect(ids).toEqual([...ids].sort().reverse())
  expect(new Set(ids).size).toBe(5)
})

test("deleting ends the run, wipes the credentials, and keeps devices that nobody else reports, by hand", async () => {
  const { id } = await create()
  const other = await create()
  const started = await asAdmin("POST", `/api/integrations/${id}/sync`)
  await pool().query(
    `with made as (
       insert into devices (account_id, name, serial_number, serial_key)
       select $1, n, n, n from unnest(array['ONLY', 'SHARED']) n returning id, name)
     insert into device_records (account_id, integration_id, stream, external_id, device_id, content_hash, fields, attributes)
     select $1, i, 'devices', name, id, '\\x00', '{}', '{}' from made, unnest(array[$2, $3]::uuid[]) i
     where name = 'SHARED' or i = $2`,
    [tenant.accountId, id, other.id],
  )
  expect((await asAdmin("DELETE", `/api/integrations/${id}`)).status).toBe(204)
  expect((await asAdmin("GET", `/api/integrations/${id}`)).status).toBe(404)
  expect((await asAdmin("GET", `/api/sync-logs/${started.json.job_id}`)).json.status).toBe("CANCELLED")
  expect(await prisma().integration.findUnique({ where: { id } })).toMatchObject({
    credentialsCiphertext: null,
    credentialKeys: [],
    nextSyncAt: null,
  })
  const devices = await prisma().device.findMany({
    where: { accountId: tenant.accountId },
    orderBy: { name: "asc" },
  })
  expect(devices.map(({ name, status }) => [name, status])).toEqual([
    ["ONLY", "active"],
    ["SHARED", "active"],
  ])
  expect(devices[0]?.manual).toMatchObject({ name: "ONLY", serialKey: "ONLY" })
  expect(devices[1]?.manual).toBeNull()
  expect(await prisma().deviceRecord.count({ where: { integrationId: id } })).toBe(0)
  expect((await asAdmin("GET", `/api/integrations/${id}/sync-history`)).json.items).toHaveLength(1)
})
