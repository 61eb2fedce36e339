import { beforeAll, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"

testDatabase()

let tenant: Tenant
let integrationId: string
const get = async (query: string) =>
  (await callApi(`/api/devices?${query}`, { token: tenant.tokens.viewer })).json
const names = async (query: string) => (await get(query)).items.map((device: { name: string }) => device.name)

/** Every page of a list, by its cursors. */
async function walk(query: string): Promise<(string | null)[]> {
  const found = []
  for (let cursor = ""; ; ) {
    const page = await get(`${query}&limit=3${cursor}`)
    found.push(...page.items.map((device: { id: string }) => device.id))
    if (page.nextCursor === null) return found
    cursor = `&cursor=${page.nextCursor}`
  }
}

beforeAll(async () => {
  tenant = await makeTenant()
  const integration = await prisma().integration.create({
    data: { accountId: tenant.accountId, provider: "addigy", name: "Our Addigy" },
  })
  integrationId = integration.id
  await pool().query(
    `with given(name, serial, model, type, kind, status, assigned, external) as (values
       ('Anna''s Mac', 'C02A', 'MacBook Pro', 'macbook', 'standard', 'active', 'anna@example.com', 'agent-1'),
       ('Ben''s Mac', 'C02B', 'MacBook Pro', 'macbook', 'standard', 'active', 'ben@example.com', 'agent-2'),
       ('100% iPad', 'DMPA', 'iPad Air', 'ipad', 'standard', 'active', null, 'agent-3'),
       ('Gateway_1', 'GW1', null, 'unknown', 'edge', 'active', null, null),
       ('Old Mac', 'C02Z', 'Mac mini', 'desktop', 'standard', 'retired', null, 'agent-9'),
       (null, 'NONAME1', 'Mac mini', 'desktop', 'standard', 'active', null, null),
       (null, 'NONAME2', 'Mac mini', 'desktop', 'standard', 'active', null, null),
       ('No serial', null, null, 'unknown', 'standard', 'active', null, null)),
     made as (
       insert into devices (account_id, name, serial_number, serial_key, model, type, kind, status, assigned_to, updated_at)
       select $1, name, serial, serial, model, type, kind, status, assigned, now() - row_number() over () * interval '1 hour'
       from given returning id, serial_number)
     insert into device_records (account_id, integration_id, stream, external_id, device_id, content_hash, fields, attributes, retired_at)
     select $1, $2, 'devices', external, made.id, '\\x00',
       '{"name": "x", "serialNumber": null, "model": null, "modelIdentifier": null, "type": "macbook", "kind": "standard", "assignedTo": null, "osVersion": null}',
       '{"ram": 16}', case status when 'retired' then now() end
     from given join made on made.serial_number = given.serial where external is not null`,
    [tenant.accountId, integrationId],
  )
  await pool().query(
    `insert into device_states (device_id, integration_id, connection_state, last_activity_at)
     select id, $1, 'connected', '2026-01-02T03:04:05Z' from devices where serial_key = 'C02A'`,
    [integrationId],
  )
})

test("a device comes with its sources, external ids and connection", async () => {
  const [anna] = (await get("search=anna")).items
  expect(anna).toMatchObject({
    name: "Anna's Mac",
    serialNumber: "C02A",
    status: "active",
    externalIds: ["agent-1"],
    connectionState: "connected",
    lastActivityAt: "2026-01-02T03:04:05.000Z",
    sources: [{ integrationId, name: "Our Addigy", provider: "addigy" }],
  })
  expect((await get("search=gateway")).items[0]).toMatchObject({
    sources: [],
    externalIds: [],
    connectionState: "unknown",
  })
})

test("retired devices are left out unless asked for", async () => {
  expect(await names("search=mac&limit=200")).not.toContain("Old Mac")
  expect(await names("includeRetired=true")).toContain("Old Mac")
  expect(await names("status=retired")).toEqual(["Old Mac"])
  expect((await get("status=retired")).items[0].sources).toHaveLength(1)
})

test.each([
  ["search=c02b", ["Ben's Mac"]],
  ["search=IPAD", ["100% iPad"]],
  ["search=100%25", ["100% iPad"]],
  ["search=_1", ["Gateway_1"]],
  ["search=%5C", []],
  ["search=ben@", ["Ben's Mac"]],
  ["search=agent-2", ["Ben's Mac"]],
  ["search='%3B drop table devices", []],
  ["kind=edge", ["Gateway_1"]],
  ["type=ipad", ["100% iPad"]],
  ["model=MacBook Pro", ["Anna's Mac", "Ben's Mac"]],
  ["provider=addigy", ["100% iPad", "Anna's Mac", "Ben's Mac"]],
  ["search=mac&type=macbook&sort=-name", ["Ben's Mac", "Anna's Mac"]],
])("GET /api/devices?%s", async (query, expected) => {
  expect(await names(query)).toEqual(expected)
})

test("filtering by an integration gives what it reports", async () => {
  expect((await get(`integrationId=${integrationId}`)).total).toBe(3)
})

test.each([
  "name",
  "-name",
  "serialNumber",
  "-serialNumber",
  "model",
  "-model",
  "type",
  "-type",
  "assignedTo",
  "-assignedTo",
  "createdAt",
  "-createdAt",
  "updatedAt",
  "-updatedAt",
])("sorted by %s, pages hold each device once, and those without a value come last", async (sort) => {
  const paged = await walk(`sort=${sort}`)
  const whole = (await get(`sort=${sort}`)).items
  expect(paged).toEqual(whole.map((device: { id: string }) => device.id))
  expect(new Set(paged).size).toBe(7)
  const values = whole.map((device: Record<string, string | null>) => device[sort.replace("-", "")])
  const filled = values.filter((value: string | null) => value !== null)
  expect(values.slice(0, filled.length)).toEqual(filled)
  expect(filled).toEqual(sort.startsWith("-") ? [...filled].sort().reverse() : [...filled].sort())
})

test("the total is given on the first page", async () => {
  expect((await get("limit=2")).total).toBe(7)
  expect((await get("limit=2&search=mac")).total).toBeUndefined()
  expect((await get("search=anna")).total).toBe(1)
})

test("S0-CREATE a device made by hand is listed, has its history, and its serial only once", async () => {
  const post = (body: object) => callApi("/api/devices", { method: "POST", token: tenant.tokens.admin, body })
  const made = await post({ name: " Spare ", serialNumber: " spare1 ", model: "" })
  expect(made.status, made.text).toBe(201)
  expect(made.json).toMatchObject({
    name: "Spare",
    serialNumber: "spare1",
    model: null,
    status: "active",
    records: [],
  })
  const again = await post({ name: "Other", serialNumber: "SPARE1" })
  expect(again.status).toBe(409)
  expect(again.json.errors.serialNumber[0]).toContain("already there")
  const placeholders = [
    await post({ name: "A", serialNumber: "N/A" }),
    await post({ name: "B", serialNumber: "n/a" }),
  ]
  expect(placeholders.map(({ status }) => status)).toEqual([201, 201])
  const history = await callApi(`/api/devices/${made.json.id}/changes`, { token: tenant.tokens.viewer })
  expect(history.json.items).toMatchObject([{ kind: "created", actorName: "The admin", syncLogId: null }])
  const { manual, serialKey } = await prisma().device.findUniqueOrThrow({ where: { id: made.json.id } })
  expect(serialKey).toBe("SPARE1")
  expect(manual).toMatchObject({ name: "Spare", serialKey: "SPARE1" })
  await prisma().device.deleteMany({ where: { name: { in: ["Spare", "A", "B"] } } })
})

test("a device shows what each source says of it", async () => {
  const [anna] = (await get("search=anna")).items
  const detail = await callApi(`/api/devices/${anna.id}`, { token: tenant.tokens.viewer })
  expect(detail.json.records).toMatchObject([
    {
      integrationName: "Our Addigy",
      stream: "devices",
      externalId: "agent-1",
      attributes: { ram: 16 },
      retiredAt: null,
    },
  ])
})

test("N-HISTORY a device's changes are paged, newest first", async () => {
  const [ben] = (await get("search=ben")).items
  await pool().query(
    `insert into device_changes (account_id, device_id, kind, fields, integration_id)
     select $1, $2, 'updated', jsonb_build_object('name', jsonb_build_array('v' || n, 'v' || n + 1)), $3 from generate_series(1, 5) n`,
    [tenant.accountId, ben.id, integrationId],
  )
  const read = async (query: string) =>
    (await callApi(`/api/devices/${ben.id}/changes?limit=3${query}`, { token: tenant.tokens.viewer })).json
  const first = await read("")
  const second = await read(`&cursor=${first.nextCursor}`)
  const names = [...first.items, ...second.items].map(
    (change: { fields: { name: string[] } }) => change.fields.name[1],
  )
  expect(names).toEqual(["v6", "v5", "v4", "v3", "v2"])
  expect(first.items[0].integrationName).toBe("Our Addigy")
  expect(second.nextCursor).toBeNull()
})
