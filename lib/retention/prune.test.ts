import { beforeEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { newIntegration, record, sync } from "@/lib/sync/engine.test-support"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"
import { floorsOf, leastId } from "./floors"
import { prune } from "./prune"
import { pruneTable } from "./prune-table"
import { deletePages } from "./store"

testDatabase()

const now = new Date("2026-11-22T12:00:00Z")
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
let made = 0
/** An id as it would have been made so many days ago. */
const idOf = (days: number) => leastId(ago(days)).slice(0, 24) + (made++).toString(16).padStart(12, "0")

const still = new AbortController().signal
const pruneNow = (over: object = {}) => prune({ now, signal: still, ...over })

let tenant: Tenant
let integrationId: string
beforeEach(async () => {
  await pool().query("truncate accounts cascade")
  await pool().query("truncate events, device_changes, devices, device_records, sync_changes")
  tenant = await makeTenant()
  integrationId = await newIntegrationOf(tenant.accountId)
})

const newIntegrationOf = async (accountId: string) => (await newIntegration(accountId)).integrationId

async function newRun(days: number, over: object = {}, at = { accountId: tenant.accountId, integrationId }) {
  const id = idOf(days)
  await prisma().syncLog.create({
    data: { id, ...at, status: "SUCCESS", trigger: "scheduled", createdAt: ago(days), ...over },
  })
  return id
}

async function newPage(days: number, syncLogId: string, accountId = tenant.accountId) {
  await prisma().syncPage.create({
    data: {
      id: idOf(days),
      accountId,
      integrationId,
      syncLogId,
      syncType: "devices",
      page: made++,
      rawResponse: new Uint8Array(10),
      bytes: 10,
      createdAt: ago(days),
    },
  })
}

test("O-RETAIN each kind of thing is kept for its days, and deleted after", async () => {
  const { accountId, admin } = tenant
  const run = await newRun(1)
  const addAll = async (days: (usual: number) => number) => {
    await newPage(days(14), run)
    const line = { accountId, syncLogId: run, level: "info", message: "x" }
    await prisma().syncLogLine.create({ data: { id: idOf(days(90)), ...line } })
    await prisma().syncChange.create({
      data: {
        syncLogId: idOf(days(30)),
        seq: made++,
        accountId,
        stream: "devices",
        externalId: "1",
        action: "create",
      },
    })
    for (const syncLogId of [idOf(days(400)), null])
      await prisma().deviceChange.create({
        data: { id: idOf(days(400)), accountId, deviceId: idOf(500), syncLogId, kind: "updated" },
      })
    await prisma().event.create({ data: { id: idOf(days(90)), accountId, kind: "x", subjectId: idOf(1) } })
    const note = { accountId, userId: admin.userId, kind: "x", title: "x", body: "x" }
    await prisma().notification.create({ data: { id: idOf(days(90)), ...note, readAt: now } })
    await newRun(days(400), {}, { accountId, integrationId })
  }
  await addAll((usual) => usual - 1)
  expect(Object.values(await pruneNow()).every((count) => count === 0)).toBe(true)
  await addAll((usual) => usual + 1)
  expect(await pruneNow()).toEqual({
    pages: 1,
    lines: 1,
    plans: 1,
    changes: 2,
    events: 1,
    notifications: 1,
    runs: 1,
    retiredDevices: 0,
    openHolds: 0,
  })
  expect(await prisma().syncPage.count()).toBe(1)
  expect(await prisma().deviceChange.count()).toBe(2)
  expect(await prisma().syncLog.count()).toBe(2)
})

test("O-RETAIN what nobody has read, what runs, and an integration's last run are kept, however old", async () => {
  const { accountId, admin } = tenant
  const note = { accountId, userId: admin.userId, kind: "x", title: "x", body: "x" }
  await prisma().notification.create({ data: { id: idOf(900), ...note } })
  await newRun(800)
  await newRun(700, { status: "RUNNING" })
  const other = await newIntegrationOf(accountId)
  await newRun(900, {}, { accountId, integrationId: other })
  expect(await pruneNow()).toMatchObject({ notifications: 0, runs: 1 })
  expect(await prisma().syncLog.count()).toBe(2)
})

test("O-RETAIN an account may keep things longer or shorter than others", async () => {
  const [longer, shorter] = [await makeTenant(), await makeTenant()]
  const set = (of: Tenant, pages: number) =>
    callApi("/api/account", { method: "PATCH", token: of.tokens.admin, body: { retention: { pages } } })
  expect((await set(longer, 60)).status).toBe(200)
  expect((await set(shorter, 2)).status).toBe(200)
  const run = await newRun(1)
  for (const days of [1, 5, 30, 90]) {
    for (const of of [tenant, longer, shorter]) await newPage(days, run, of.accountId)
  }
  expect(await pruneNow({ rows: 2 })).toMatchObject({ pages: 6 })
  const left = async (of: Tenant) => prisma().syncPage.count({ where: { accountId: of.accountId } })
  expect([await left(tenant), await left(longer), await left(shorter)]).toEqual([2, 3, 1])
})

test("O-RETAIN what one account keeps for less time is reached, though the time is never enough for all that others keep", async () => {
  const shorter = await makeTenant()
  await callApi("/api/account", {
    method: "PATCH",
    token: shorter.tokens.admin,
    body: { retention: { pages: 2 } },
  })
  const run = await newRun(1)
  for (const days of [13, 12, 11, 10, 9, 8]) await newPage(days, run)
  await newPage(5, run, shorter.accountId)
  const own = [{ accountId: shorter.accountId, days: { pages: 2 } }]
  const walk = (steps: number) => {
    let left = steps
    const isOver = () => left-- <= 0
    const floors = floorsOf("pages", { own, now })
    return pruneTable({ pool: pool(), sql: deletePages, floors, rows: 2, isOver })
  }
  const gone: number[] = []
  for (let hour = 0; hour < 4; hour++) gone.push(await walk(1))
  expect(gone).toEqual([0, 0, 0, 1])
  await newPage(20, run)
  expect(await walk(99)).toBe(1)
  expect(await prisma().syncPage.count()).toBe(6)
})

test("O-RETAIN the account says how long it keeps things; admins change it, and bad input changes nothing", async () => {
  const call = (body: object, token = tenant.tokens.admin) =>
    callApi("/api/account", { method: "PATCH", token, body })
  const read = async () => (await callApi("/api/account", { token: tenant.tokens.viewer })).json.retention
  const usual = await read()
  expect(usual).toEqual({
    pages: 14,
    lines: 90,
    plans: 30,
    changes: 400,
    events: 90,
    notifications: 90,
    runs: 400,
    retiredDevices: 90,
    openHolds: 30,
  })
  expect((await call({ retention: { pages: 7, runs: 30 } })).json.retention).toEqual({
    ...usual,
    pages: 7,
    runs: 30,
  })
  expect((await call({ retention: { runs: null } })).json.retention).toEqual({ ...usual, pages: 7 })
  for (const bad of [{ pages: 0 }, { pages: 1.5 }, { pages: 9999 }, { pages: "7" }, { wheels: 7 }])
    expect((await call({ retention: bad })).status).toBe(422)
  expect((await call({ retention: { pages: 5 } }, tenant.tokens.member)).status).toBe(403)
  expect(await read()).toEqual({ ...usual, pages: 7 })
})

test("O-RETAIN it goes in small steps, and stops between two when it is told to or its time is up", async () => {
  const run = await newRun(1)
  await pool().query(
    `insert into sync_log_lines (id, account_id, sync_log_id, level, message)
     select overlay($1::text placing lpad(to_hex(n), 12, '0') from 25)::uuid, $2, $3, 'info', 'x' from generate_series(1, 1000) n`,
    [leastId(ago(100)), tenant.accountId, run],
  )
  const stopped = new AbortController()
  stopped.abort()
  expect(await pruneNow({ signal: stopped.signal })).toMatchObject({ lines: 0 })
  expect(await pruneNow({ msEach: -1 })).toMatchObject({ lines: 0 })
  expect(await pruneNow({ rows: 150 })).toMatchObject({ lines: 1000 })
})

test("O-RETAIN a run that goes takes its lines, pages and plan along", async () => {
  const run = await newRun(500)
  await newRun(1)
  await newPage(1, run)
  await prisma().syncChange.create({
    data: {
      syncLogId: run,
      seq: 1,
      accountId: tenant.accountId,
      stream: "devices",
      externalId: "1",
      action: "create",
    },
  })
  expect(await pruneNow()).toMatchObject({ runs: 1 })
  expect([await prisma().syncPage.count(), await prisma().syncChange.count()]).toEqual([0, 0])
})

test("O-RETAIN a device that was retired long ago goes with its records; one that returned in time, or is reported elsewhere, stays", async () => {
  const at = { accountId: tenant.accountId, integrationId }
  const fleet = Array.from({ length: 6 }, (_, n) => record(n))
  await sync(at, { records: fleet })
  const rest = fleet.slice(3)
  await sync(at, { records: rest })
  await sync(at, { records: rest })
  const other = { accountId: tenant.accountId, integrationId: await newIntegrationOf(tenant.accountId) }
  await sync(other, { records: [record(2)] })
  await sync(at, { records: [record(1), ...rest] })
  const long = new Date(now.getTime() - 91 * 86_400_000)
  await pool().query("update devices set retired_at = $1 where retired_at is not null", [long])
  await pool().query("update device_records set retired_at = $1 where retired_at is not null", [long])
  expect(await pruneNow()).toMatchObject({ retiredDevices: 1 })
  const { rows } = await pool().query("select serial_key, status from devices order by 1")
  expect(rows).toEqual(
    ["C021", "C022", "C023", "C024", "C025"].map((serial_key) => ({ serial_key, status: "active" })),
  )
  expect(await prisma().deviceRecord.count()).toBe(5)
  expect(await prisma().deviceState.count()).toBe(5)
})

test("N-HOLD a hold that nobody decided on for 30 days is let go with a notice, and the next complete read asks again", async () => {
  const at = { accountId: tenant.accountId, integrationId }
  const fleet = Array.from({ length: 40 }, (_, n) => record(n))
  await sync(at, { records: fleet })
  const few = { records: fleet.slice(0, 10) }
  await sync(at, few)
  expect(await sync(at, few)).toMatchObject({ status: "PARTIAL", counts: { held: 30 } })
  await pool().query("update removal_holds set created_at = $1", [ago(29)])
  expect(await pruneNow()).toMatchObject({ openHolds: 0 })
  await pool().query("update removal_holds set created_at = $1", [ago(31)])
  expect(await pruneNow()).toMatchObject({ openHolds: 1 })
  expect(await pruneNow()).toMatchObject({ openHolds: 0 })
  expect(await prisma().removalHold.findMany({ select: { status: true } })).toEqual([{ status: "expired" }])
  expect(await prisma().device.count({ where: { retiredAt: null } })).toBe(40)
  expect(await prisma().notification.findMany({ select: { kind: true, title: true } })).toEqual([
    { kind: "hold_expired", title: "30 removals of Addigy held since 2026-10-22 were let go" },
  ])
  expect(await sync(at, few)).toMatchObject({ status: "PARTIAL", counts: { held: 30 } })
  expect(await prisma().removalHold.count({ where: { status: "open" } })).toBe(1)
})

test("N-HOLD what is left of a hold that expired is asked for again, however little it is, and never removed by a run", async () => {
  const at = { accountId: tenant.accountId, integrationId }
  const fleet = Array.from({ length: 40 }, (_, n) => record(n))
  await sync(at, { records: fleet })
  await sync(at, { records: fleet.slice(0, 10) })
  await sync(at, { records: fleet.slice(0, 10) })
  await pool().query("update removal_holds set created_at = $1", [ago(31)])
  expect(await pruneNow()).toMatchObject({ openHolds: 1 })
  const most = { records: fleet.slice(0, 35) }
  for (let runs = 0; runs < 2; runs++)
    expect(await sync(at, most)).toMatchObject({ status: "PARTIAL", counts: { removed: 0, held: 5 } })
  expect(await prisma().device.count({ where: { retiredAt: null } })).toBe(40)
  const open = await prisma().removalHold.findMany({ where: { status: "open" } })
  expect(open).toMatchObject([
    { records: 5, reason: "5 removals that nobody decided on in time are asked for again." },
  ])
  expect(await sync(at, { records: fleet })).toMatchObject({ status: "SUCCESS", counts: { held: 0 } })
  expect(await prisma().deviceRecord.count({ where: { holdId: { not: null } } })).toBe(0)
})

test("O-RETAIN O-NOTIFY what was sent out goes with the notifications, and what waits for a disabled webhook; what else waits stays", async () => {
  const { accountId } = tenant
  const endpoint = await prisma().webhookEndpoint.create({
    data: {
      accountId,
      name: "Pager",
      url: "https://hooks.example.com",
      kinds: [],
      secretCiphertext: new Uint8Array(1),
      secretKeyId: "k",
    },
  })
  const left: Record<string, string[]> = { emails: [], deliveries: [] }
  for (const [days, status] of [
    [91, "sent"],
    [91, "pending"],
    [89, "failed"],
  ] as const) {
    const common = { accountId, kind: "sync_failed", status }
    const email = { id: idOf(days), recipient: "a@example.com", title: "…", body: "…" }
    await prisma().email.create({ data: { ...common, ...email } })
    const delivery = { id: idOf(days), endpointId: endpoint.id, payload: {} }
    await prisma().webhookDelivery.create({ data: { ...common, ...delivery } })
    if (status === "sent") continue
    left.emails?.push(email.id)
    left.deliveries?.push(delivery.id)
  }
  const disabled = await prisma().webhookEndpoint.create({
    data: {
      accountId,
      name: "Gone",
      url: "https://gone.example.com",
      kinds: [],
      secretCiphertext: new Uint8Array(1),
      secretKeyId: "k",
      enabled: false,
    },
  })
  const waitsForEver = { accountId, kind: "sync_failed", endpointId: disabled.id, payload: {} }
  await prisma().webhookDelivery.create({ data: { ...waitsForEver, id: idOf(92) } })
  expect(await pruneNow()).toMatchObject({ notifications: 3 })
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()
  expect(idsOf(await prisma().email.findMany({ where: { accountId } }))).toEqual(left.emails?.sort())
  expect(idsOf(await prisma().webhookDelivery.findMany({ where: { accountId } }))).toEqual(
    left.deliveries?.sort(),
  )
})
