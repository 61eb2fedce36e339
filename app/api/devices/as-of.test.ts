import { setTimeout as sleep } from "node:timers/promises"
import { assert, asyncProperty, constantFrom, integer, record as object, uniqueArray } from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import { beginInTurn } from "@/lib/db/begin-in-turn"
import { pool } from "@/lib/db/client"
import type { DeviceView } from "@/lib/domain/device"
import type { SourceRecord } from "@/lib/domain/session"
import { type Bench, newIntegration, record, type Script, sync } from "@/lib/sync/engine.test-support"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"

testDatabase()

let tenant: Tenant
let at: Bench
beforeEach(async () => {
  tenant = await makeTenant()
  at = await newIntegration(tenant.accountId)
})

const fleet = (count: number) => Array.from({ length: count }, (_, n) => record(n))
const get = (query: string) => callApi(`/api/devices?${query}`, { token: tenant.tokens.viewer })
const names = async (query: string) =>
  (await get(query)).json.items.map(({ name, serialNumber }: DeviceView) => name ?? serialNumber)

/** The present fleet without what is kept of now alone. */
async function look(query: string) {
  const { json } = await get(query)
  return json.items.map((device: DeviceView) => ({
    ...device,
    connectionState: "unknown",
    lastActivityAt: null,
  }))
}

/** A time between what was done before and what is done after. */
async function now(): Promise<string> {
  await sleep(5)
  const time = new Date().toISOString()
  await sleep(5)
  return time
}

const makeByHand = (body: object) =>
  callApi("/api/devices", { method: "POST", token: tenant.tokens.admin, body })

describe("N-HISTORY the fleet as of a past time", () => {
  const everything = "includeRetired=true&limit=200"
  const views = [
    everything,
    "limit=200",
    "status=retired",
    `${everything}&sort=-name`,
    `${everything}&sort=serialNumber`,
    `${everything}&sort=-updatedAt`,
    `${everything}&sort=createdAt`,
    `${everything}&sort=assignedTo`,
    `${everything}&model=MacBook Pro`,
    `${everything}&type=desktop`,
    `${everything}&kind=edge`,
    `${everything}&search=renamed`,
    `${everything}&search=agent-3`,
    `${everything}&provider=addigy`,
  ]

  test("N-HISTORY is what was seen then: created, updated, linked, retired, restored, made by hand, held and approved", async () => {
    const second = await newIntegration(tenant.accountId)
    const moved = record(3, {
      name: "Renamed",
      model: "MacBook Pro",
      type: "desktop",
      kind: "edge",
      assignedTo: "ann",
    })
    const linked = { ...record(4), externalId: "other-4", fields: { ...record(4).fields, assignedTo: "ben" } }
    const steps: (() => Promise<unknown>)[] = [
      () => sync(at, { records: fleet(20) }),
      () => makeByHand({ name: "Spare", serialNumber: "C0230" }),
      () => sync(at, { records: [moved, ...fleet(20).toSpliced(3, 1)] }),
      () => sync(second, { records: [linked, record(30, { name: "Spare no more" })] }),
      () =>
        sync(at, {
          records: [record(3, { name: null, serialNumber: "C02X" }), ...fleet(19).toSpliced(3, 1)],
        }),
      () => sync(at, { records: [moved, ...fleet(19).toSpliced(3, 1)] }),
      () => sync(at, { records: [moved, ...fleet(20).toSpliced(3, 1), record("new")] }),
      () => sync(at, { records: [record(19, { name: "Back again" }), ...fleet(19)] }),
      () => sync(at, { records: [] }),
      () => sync(at, { records: [] }),
      () => approveHeld(),
      () => sync(at, { records: fleet(5) }),
    ]
    const seen = []
    for (const step of steps) {
      await step()
      const shown = []
      for (const view of views) shown.push(await look(view))
      seen.push({ asOf: await now(), shown })
    }
    expect(new Set(seen.map(({ shown }) => JSON.stringify(shown[0]))).size).toBeGreaterThan(8)
    for (const { asOf, shown } of seen) {
      for (const [n, view] of views.entries()) {
        const past = await get(`${view}&asOf=${asOf}`)
        expect(past.status, past.text).toBe(200)
        expect(valuesOf(past.json.items), `${view} as of ${asOf}`).toEqual(valuesOf(shown[n]))
      }
    }
    const { rows } = await pool().query("select distinct kind from device_changes order by kind")
    expect(rows.map(({ kind }) => kind)).toEqual(["created", "linked", "restored", "retired", "updated"])
  })

  async function approveHeld() {
    const { json } = await callApi("/api/holds", { token: tenant.tokens.admin })
    const [hold] = json.items
    const approved = await callApi(`/api/holds/${hold.id}/approve`, {
      method: "POST",
      token: tenant.tokens.admin,
    })
    expect(approved.status, approved.text).toBe(200)
  }

  test("N-HISTORY whatever happens to a fleet, what was seen at any time is seen again", async () => {
    const device = object({
      n: integer({ min: 0, max: 7 }),
      name: constantFrom("A", "B", null),
      os: constantFrom("1", "2", null),
    })
    const read = object({
      by: constantFrom("first", "second"),
      devices: uniqueArray(device, { selector: ({ n }) => n, minLength: 1, maxLength: 8 }),
    })
    await assert(
      asyncProperty(
        uniqueArray(read, { selector: (one) => one, minLength: 2, maxLength: 8 }),
        async (reads) => {
          tenant = await makeTenant()
          const sources = {
            first: await newIntegration(tenant.accountId),
            second: await newIntegration(tenant.accountId),
          }
          const seen = []
          for (const { by, devices } of reads) {
            await sync(sources[by], scriptOf(devices))
            seen.push({ shown: await look(everything), asOf: await now() })
          }
          for (const { shown, asOf } of seen)
            expect(valuesOf(await look(`${everything}&asOf=${asOf}`))).toEqual(valuesOf(shown))
        },
      ),
      { numRuns: 12 },
    )
  })

  const scriptOf = (devices: { n: number; name: string | null; os: string | null }[]): Script => ({
    records: devices.map(({ n, name, os }): SourceRecord => record(n, { name, osVersion: os })),
  })

  /** Without the sources, of which only today's are known. */
  const valuesOf = (devices: DeviceView[]) => devices.map(({ sources, externalIds, ...values }) => values)

  test("N-HISTORY pages hold each device once, and the total is that of then", async () => {
    await sync(at, { records: fleet(7) })
    const asOf = await now()
    await sync(at, { records: [record(0, { name: "Zoe" }), ...fleet(12).slice(1)] })
    const found: string[] = []
    for (let cursor = ""; ; ) {
      const { json } = await get(`asOf=${asOf}&limit=3${cursor}`)
      if (cursor === "") expect(json.total).toBe(7)
      found.push(...json.items.map(({ name }: DeviceView) => name))
      if (json.nextCursor === null) break
      cursor = `&cursor=${json.nextCursor}`
    }
    expect(found).toEqual(fleet(7).map(({ fields }) => ("name" in fields ? fields.name : null)))
  })

  test("N-HISTORY a serial that was only a placeholder then is sorted as one", async () => {
    const said = (serialNumber: string) => ({
      records: [
        record(0, { serialNumber }),
        record(1, { serialNumber: "A" }),
        record(2, { serialNumber: "Z" }),
      ],
    })
    await sync(at, said("n/a"))
    const asOf = await now()
    const seen = await names("sort=serialNumber")
    await sync(at, said("B"))
    expect(await names(`sort=serialNumber&asOf=${asOf}`)).toEqual(seen)
    expect(await names("sort=serialNumber")).not.toEqual(seen)
  })

  test("N-HISTORY filters go by the values of then, and connections are not known", async () => {
    await sync(at, { records: [record(0, { name: "Anna" }), record(1)] })
    const asOf = await now()
    await sync(at, { records: [record(0, { name: "Berta" }), record(1)] })
    expect(await names(`asOf=${asOf}&search=anna`)).toEqual(["Anna"])
    expect(await names(`asOf=${asOf}&search=berta`)).toEqual([])
    expect(await names("search=anna")).toEqual([])
    expect((await get(`asOf=${asOf}&search=anna`)).json.items[0]).toMatchObject({
      connectionState: "unknown",
      lastActivityAt: null,
    })
    expect((await get("search=berta")).json.items[0].connectionState).toBe("connected")
  })

  test("N-HISTORY the sources are those that had reported the device by then", async () => {
    const second = await newIntegration(tenant.accountId)
    await sync(at, { records: [record(1)] })
    const asOf = await now()
    await sync(second, { records: [{ ...record(1), externalId: "other" }] })
    const [past] = (await get(`asOf=${asOf}`)).json.items
    expect(past).toMatchObject({ externalIds: ["agent-1"], sources: [{ integrationId: at.integrationId }] })
    expect(await names(`asOf=${asOf}&integrationId=${second.integrationId}`)).toEqual([])
    expect((await get("")).json.items[0].sources).toHaveLength(2)
  })

  test("N-HISTORY what had to wait for its turn is of the time at which it was written, not of when it began to wait", async () => {
    await sync(at, { records: fleet(2) })
    const other = await pool().connect()
    await beginInTurn(other, at.accountId)
    const waiting = [
      sync(at, { records: [record(0, { name: "Late" }), record(1), record(2)] }),
      makeByHand({ name: "Spare", serialNumber: "C0230" }),
    ]
    await expect.poll(countWaiting).toBe(2)
    const asOf = await now()
    const shown = await look(everything)
    await other.query("commit")
    other.release()
    await Promise.all(waiting)
    expect(valuesOf(await look(`${everything}&asOf=${asOf}`))).toEqual(valuesOf(shown))
    expect((await look(everything)).map(({ name }: DeviceView) => name).sort()).toEqual([
      "Late",
      "Mac 1",
      "Mac 2",
      "Spare",
    ])
  })

  /** Writers of an account's inventory that wait for their turn. */
  async function countWaiting(): Promise<number> {
    const { rows } = await pool().query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks
        where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`,
    )
    return rows[0]?.waiting ?? 0
  }

  test("N-HISTORY another account's past stays its own", async () => {
    await sync(at, { records: fleet(2) })
    const asOf = await now()
    tenant = await makeTenant()
    await pool().query("update accounts set created_at = now() - interval '1 day' where id = $1", [
      tenant.accountId,
    ])
    expect(await names(`asOf=${asOf}&includeRetired=true`)).toEqual([])
  })

  test.each([
    ["in the future", () => new Date(Date.now() + 60_000).toISOString(), "still to come"],
    ["before the account", () => "2020-01-01T00:00:00Z", "before this account was made"],
    ["before the common era", () => "0000-01-01T00:00:00Z", "before this account was made"],
    ["without a zone", () => "2026-01-01T00:00:00", "must be a time with its zone"],
    ["a day alone", () => "2026-01-01", "must be a time with its zone"],
    ["no time", () => "yesterday", "must be a time with its zone"],
  ])("N-HISTORY asOf %s is a clear 422", async (_, asOf, said) => {
    const refused = await get(`asOf=${asOf()}`)
    expect(refused.status).toBe(422)
    expect(refused.json.errors.asOf[0]).toContain(said)
    expect(refused.json.errors.asOf[0]).not.toMatch(/\.\d{3}Z/) // people read it
  })

  test("O-RETAIN asOf before the changes that are kept is refused, for it could not be told rightly", async () => {
    await pool().query(
      `update accounts set created_at = now() - interval '1 year', retention = '{"changes": 30}' where id = $1`,
      [tenant.accountId],
    )
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
    expect((await get(`asOf=${ago(29)}`)).status).toBe(200)
    const refused = await get(`asOf=${ago(31)}`)
    expect(refused.status).toBe(422)
    expect(refused.json.errors.asOf[0]).toContain("changes and removed devices are kept for 30 days")
  })

  test("N-HISTORY a zone other than UTC is understood", async () => {
    await sync(at, { records: fleet(1) })
    const local = new Date(Date.parse(await now()) + 2 * 3_600_000).toISOString().replace("Z", "%2B02:00")
    expect(await names(`asOf=${local}`)).toEqual(["Mac 0"])
  })
})
