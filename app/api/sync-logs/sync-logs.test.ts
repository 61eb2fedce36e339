import { zstdCompressSync } from "node:zlib"
import { beforeAll, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"

testDatabase()

let tenant: Tenant
let integrationId: string
beforeAll(async () => {
  tenant = await makeTenant()
  const { accountId } = tenant
  integrationId = (await prisma().integration.create({ data: { accountId, provider: "addigy", name: "A" } }))
    .id
})

const get = (address: string) => callApi(address, { token: tenant.tokens.viewer })
const makeRun = (data: object) =>
  prisma().syncLog.create({
    data: { accountId: tenant.accountId, integrationId, trigger: "manual", ...data },
  })
const cancel = (id: string) =>
  callApi(`/api/sync-logs/${id}/cancel`, { method: "POST", token: tenant.tokens.member })

test("S4-SCHEMA a run is shown with its counts, receipt, progress and error", async () => {
  const receipt = {
    complete: true,
    scope: "all",
    pages: 3,
    received: 250,
    records: 248,
    duplicates: 0,
    rejected: 2,
    skipped: 0,
    stripped: 1,
    retries: 1,
    expectedTotal: 250,
    removals: "allowed",
  }
  const { id } = await makeRun({
    status: "PARTIAL",
    attempt: 2,
    startedAt: new Date("2026-01-01T00:00:00Z"),
    completedAt: new Date("2026-01-01T00:00:02Z"),
    durationMs: 2000,
    counts: { created: 248, rejected: 2 },
    receipt: { devices: receipt },
    progress: { phase: "finish", stream: "devices", pages: 3, records: 248, expected: 250 },
  })
  expect((await get(`/api/sync-logs/${id}`)).json).toMatchObject({
    status: "PARTIAL",
    integrationName: "A",
    provider: "addigy",
    durationMs: 2000,
    counts: { created: 248, updated: 0, rejected: 2, conflicts: 0 },
    receipt: { devices: receipt },
    progress: { phase: "finish", expected: 250 },
    error: null,
    attempt: 2,
    triggeredBy: null,
  })
})

test("cancel: one that waits ends at once, a running one is asked to, an ended one is 409", async () => {
  const waiting = await makeRun({ status: "PENDING" })
  expect((await cancel(waiting.id)).json).toMatchObject({
    status: "CANCELLED",
    completedAt: expect.any(String),
  })
  expect((await cancel(waiting.id)).status).toBe(409)
  const running = await makeRun({ status: "RUNNING", startedAt: new Date() })
  expect((await cancel(running.id)).json).toMatchObject({ status: "RUNNING", completedAt: null })
  const { cancelRequestedAt } = await prisma().syncLog.findUniqueOrThrow({ where: { id: running.id } })
  expect(cancelRequestedAt).not.toBeNull()
  await prisma().syncLog.update({ where: { id: running.id }, data: { status: "SUCCESS" } })
  const late = await cancel(running.id)
  expect(late.json).toMatchObject({ status: 409, detail: expect.stringContaining("has ended (SUCCESS)") })
})

test("S3-ISOLATE rejects are the lines with a reason; both are paged, oldest first", async () => {
  const { id } = await makeRun({ status: "PARTIAL" })
  await pool().query(
    `insert into sync_log_lines (account_id, sync_log_id, level, reason, message, path, sample)
     select $1, $2, 'warn', case when n % 2 = 0 then 'no_serial' end, 'line ' || n, 'facts.serial', '{"a": 1}'
     from generate_series(1, 7) n`,
    [tenant.accountId, id],
  )
  const lines = (await get(`/api/sync-logs/${id}/lines?limit=5`)).json
  expect(lines.items.map((line: { message: string }) => line.message)).toEqual(
    [1, 2, 3, 4, 5].map((n) => `line ${n}`),
  )
  const more = (await get(`/api/sync-logs/${id}/lines?limit=5&cursor=${lines.nextCursor}`)).json
  expect(more.items).toHaveLength(2)
  const found = (await get(`/api/sync-logs/${id}/lines?search=LINE%207`)).json
  expect(found.items.map((line: { message: string }) => line.message)).toEqual(["line 7"])
  const rejects = (await get(`/api/sync-logs/${id}/rejects`)).json
  expect(rejects.items).toHaveLength(3)
  expect(rejects.items[0]).toMatchObject({ reason: "no_serial", path: "facts.serial", sample: { a: 1 } })
})

test("S0-AUDIT stored replies are listed for everyone and downloaded by an admin", async () => {
  const { id } = await makeRun({ status: "SUCCESS" })
  const reply = JSON.stringify({ items: ["ü"], apiKey: "[cut]" })
  const [first] = await Promise.all(
    [0, 1, 2].map((page) =>
      prisma().syncPage.create({
        data: {
          accountId: tenant.accountId,
          integrationId,
          syncLogId: id,
          syncType: "devices",
          page,
          rawResponse: Uint8Array.from(zstdCompressSync(Buffer.from(reply))),
          bytes: Buffer.byteLength(reply),
          redactedPaths: ["apiKey"],
        },
      }),
    ),
  )
  const listed = (await get(`/api/sync-logs/${id}/pages?limit=2`)).json
  expect(listed.items).toMatchObject([
    { syncType: "devices", page: 0, bytes: Buffer.byteLength(reply), redactedPaths: ["apiKey"] },
    { page: 1 },
  ])
  expect(
    (await get(`/api/sync-logs/${id}/pages?limit=2&cursor=${listed.nextCursor}`)).json.items,
  ).toHaveLength(1)
  for (const page of [first?.id, "1"]) {
    const file = await callApi(`/api/sync-logs/${id}/pages/${page}`, { token: tenant.tokens.admin })
    expect(file.text).toBe(reply)
    expect(file.headers.get("content-disposition")).toMatch(
      /^attachment; filename="addigy-devices-page-\d\.json"$/,
    )
  }
  expect((await get(`/api/sync-logs/${id}/pages/1`)).status).toBe(403)
  for (const page of ["9", "x", "1e400", "99999999999999"]) {
    const missing = await callApi(`/api/sync-logs/${id}/pages/${page}`, { token: tenant.tokens.admin })
    expect(missing.status).toBe(404)
  }
})

test("N-HISTORY a run's changes name the device and the fields", async () => {
  const { id } = await makeRun({ status: "SUCCESS" })
  await pool().query(
    `with made as (
       insert into devices (account_id, name, serial_number) values ($1, 'Anna', 'C1') returning id)
     insert into device_changes (account_id, device_id, sync_log_id, integration_id, kind, fields)
     select $1, made.id, $2, $3, 'updated', '{"name": ["Old", "Anna"], "attributes.ram": [8, 16]}' from made, generate_series(1, 3)`,
    [tenant.accountId, id, integrationId],
  )
  const first = (await get(`/api/sync-logs/${id}/changes?limit=2`)).json
  expect(first.items[0]).toMatchObject({
    kind: "updated",
    deviceName: "Anna",
    serialNumber: "C1",
    integrationName: "A",
    syncLogId: id,
    fields: { name: ["Old", "Anna"], "attributes.ram": [8, 16] },
  })
  expect(
    (await get(`/api/sync-logs/${id}/changes?limit=2&cursor=${first.nextCursor}`)).json.items,
  ).toHaveLength(1)
})
