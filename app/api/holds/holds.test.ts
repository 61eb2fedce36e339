import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { prisma } from "@/lib/db/client"
import { type Bench, newIntegration, readDevices, record, sync } from "@/lib/sync/engine.test-support"
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

const fleet = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => record(`${from + n}`.padStart(2, "0")))
const get = (address: string, token = tenant.tokens.viewer) => callApi(address, { token })
const decide = (
  id: string,
  verb: "approve" | "dismiss",
  externalIds?: string[],
  token = tenant.tokens.admin,
) =>
  callApi(`/api/holds/${id}/${verb}`, {
    method: "POST",
    token,
    ...(externalIds === undefined ? {} : { body: { externalIds } }),
  })
const holds = async (query = "") => (await get(`/api/holds${query}`)).json.items
const waiting = async (id: string): Promise<string[]> =>
  (await get(`/api/holds/${id}/records`)).json.items.map((held: { externalId: string }) => held.externalId)
const retired = async () =>
  (await readDevices(at.accountId)).filter(({ status }) => status === "retired").map(({ name }) => name)

/** Thirty devices of which twelve are gone in two complete reads: more than the limit, so they wait. */
async function holdTwelve(): Promise<string> {
  await sync(at, { records: fleet(0, 30) })
  await sync(at, { records: fleet(0, 18) })
  expect(await sync(at, { records: fleet(0, 18) })).toMatchObject({ status: "PARTIAL", counts: { held: 12 } })
  return (await holds())[0].id
}

describe("N-HOLD looking at what waits", () => {
  test("N-HOLD everyone sees a hold, why it is one, and its records page by page", async () => {
    expect(await holds()).toEqual([])
    const id = await holdTwelve()
    const shown = {
      id,
      integrationId: at.integrationId,
      integrationName: "Addigy",
      stream: "devices",
      status: "open",
      records: 12,
      known: 30,
      reason: expect.stringContaining("12 of 30 records are gone"),
      decidedBy: null,
    }
    expect(await holds()).toMatchObject([shown])
    expect((await get(`/api/holds/${id}`)).json).toMatchObject(shown)
    const first = (await get(`/api/holds/${id}/records?limit=10`)).json
    expect(first.items[0]).toMatchObject({
      externalId: "agent-18",
      deviceName: "Mac 18",
      serialNumber: "C0218",
      missingSince: expect.any(String),
    })
    const rest = (await get(`/api/holds/${id}/records?limit=10&cursor=${first.nextCursor}`)).json
    expect([...first.items, ...rest.items]).toHaveLength(12)
    expect(rest.nextCursor).toBeNull()
  })

  test("N-HOLD open ones unless asked otherwise", async () => {
    const id = await holdTwelve()
    await decide(id, "dismiss")
    expect(await holds()).toEqual([])
    expect(await holds("?status=dismissed")).toMatchObject([{ id, decidedBy: "The admin", records: 12 }])
    expect(await holds("?status=approved")).toEqual([])
    expect(await holds("?status=all")).toHaveLength(1)
    expect((await get("/api/holds?status=lost")).status).toBe(422)
  })
})

describe("N-HOLD deciding", () => {
  test("N-HOLD approved, all are retired, with the admin's name in their history; it is decided once", async () => {
    const id = await holdTwelve()
    const approved = await decide(id, "approve")
    expect(approved.json).toEqual({ status: "approved", decided: 12, waiting: 0 })
    expect(await retired()).toHaveLength(12)
    const [gone] = (await readDevices(at.accountId)).filter(({ status }) => status === "retired")
    const history = (await get(`/api/devices/${gone.id}/changes`)).json
    expect(history.items[0]).toMatchObject({
      kind: "retired",
      actorName: "The admin",
      syncLogId: null,
      fields: { status: ["active", "retired"] },
    })
    const hold = (await get(`/api/holds/${id}`)).json
    expect(hold).toMatchObject({ status: "approved", decidedBy: "The admin", records: 12 })
    expect(hold.decidedAt).not.toBeNull()
    for (const verb of ["approve", "dismiss"] as const) {
      const late = await decide(id, verb)
      expect(late.json).toMatchObject({ status: 409, detail: expect.stringContaining("is approved already") })
    }
    expect(await sync(at, { records: fleet(0, 18) })).toMatchObject({
      status: "SUCCESS",
      counts: { held: 0, removed: 0 },
    })
  })

  test("N-HISTORY an approved record whose device another source reports too is told of, and the device stays", async () => {
    const id = await holdTwelve()
    await sync(await newIntegration(at.accountId), { records: fleet(18, 19) })
    await decide(id, "approve", ["agent-18"])
    expect(await retired()).toEqual([])
    const shared = (await readDevices(at.accountId)).find(({ name }) => name === "Mac 18")
    expect((await get(`/api/devices/${shared.id}/changes`)).json.items[0]).toMatchObject({
      kind: "updated",
      actorName: "The admin",
      fields: { sources: ["agent-18", null] },
    })
  })

  test("N-HOLD two admins at once: one decides, the other is told", async () => {
    const id = await holdTwelve()
    const both = await Promise.all([decide(id, "approve"), decide(id, "dismiss")])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { status } = (await get(`/api/holds/${id}`)).json
    expect(await retired()).toHaveLength(status === "approved" ? 12 : 0)
  })

  test("N-HOLD some are approved, some dismissed, and the rest goes on waiting", async () => {
    const id = await holdTwelve()
    const some = await decide(id, "approve", ["agent-18", "agent-19", "agent-00", "nobody"])
    expect(some.json).toEqual({ status: "open", decided: 2, waiting: 10 })
    expect((await retired()).sort()).toEqual(["Mac 18", "Mac 19"])
    const let_be = await decide(id, "dismiss", ["agent-20", "agent-21", "agent-21", "agent-18"])
    expect(let_be.json).toEqual({ status: "open", decided: 2, waiting: 8 })
    expect(await waiting(id)).toEqual([22, 23, 24, 25, 26, 27, 28, 29].map((n) => `agent-${n}`))
    expect(await holds("?status=dismissed")).toMatchObject([{ records: 2, decidedBy: "The admin" }])
    expect((await get(`/api/holds/${id}`)).json).toMatchObject({
      status: "open",
      records: 8,
      decidedBy: null,
    })
    expect((await decide(id, "approve")).json).toEqual({ status: "approved", decided: 8, waiting: 0 })
    expect(await retired()).toHaveLength(10)
  })

  test("N-HOLD some that were approved are told of apart, with who and how many, while the rest waits", async () => {
    const id = await holdTwelve()
    await decide(id, "approve", ["agent-18", "agent-19"])
    expect(await holds("?status=approved")).toMatchObject([{ records: 2, decidedBy: "The admin" }])
    await decide(id, "dismiss")
    expect(await holds("?status=all")).toMatchObject([
      { status: "approved", records: 2 },
      { status: "dismissed", records: 10 },
    ])
  })

  test("N-HOLD records that do not wait are left alone, and make no hold of their own", async () => {
    const id = await holdTwelve()
    for (const verb of ["approve", "dismiss"] as const)
      expect((await decide(id, verb, ["agent-00", "nobody"])).json).toEqual({
        status: "open",
        decided: 0,
        waiting: 12,
      })
    expect(await retired()).toEqual([])
    expect(await holds("?status=all")).toHaveLength(1)
  })

  test("N-HOLD what came back since is not removed by approving the rest", async () => {
    const id = await holdTwelve()
    await sync(at, { records: fleet(0, 19) })
    expect(await waiting(id)).not.toContain("agent-18")
    expect((await decide(id, "approve", ["agent-18", "agent-19"])).json).toMatchObject({ decided: 1 })
    expect((await decide(id, "approve")).json).toMatchObject({ status: "approved", decided: 10 })
    expect(await retired()).not.toContain("Mac 18")
  })

  test("N-HOLD a misspelt list is refused, not taken for all", async () => {
    const id = await holdTwelve()
    for (const body of [
      { externalIDs: ["agent-18"] },
      { externalIds: [] },
      { externalIds: [7] },
      [],
      "all",
    ]) {
      const refused = await callApi(`/api/holds/${id}/approve`, {
        method: "POST",
        token: tenant.tokens.admin,
        body,
      })
      expect([400, 422]).toContain(refused.status)
    }
    expect(await retired()).toEqual([])
  })
})

describe("N-HOLD what later runs do", () => {
  test("N-HOLD a hold is never forgotten by a later run, nor made twice", async () => {
    const id = await holdTwelve()
    await sync(at, { records: fleet(0, 18), failAt: { page: 0, error: new Error("cut") } })
    await sync(at, { records: fleet(0, 18), incomplete: "A detail call failed." })
    for (const _ of [1, 2])
      expect((await sync(at, { records: [...fleet(0, 18), record("new")] })).counts).toMatchObject({
        held: 12,
      })
    expect(await holds("?status=all")).toMatchObject([{ id, status: "open", records: 12 }])
    expect(await waiting(id)).toHaveLength(12)
    expect(await retired()).toEqual([])
  })

  test("N-HOLD dismissed ones are not asked for again until they were seen again", async () => {
    const id = await holdTwelve()
    await decide(id, "dismiss")
    for (const _ of [1, 2])
      expect(await sync(at, { records: fleet(0, 18) })).toMatchObject({
        status: "SUCCESS",
        counts: { held: 0 },
      })
    expect(await holds()).toEqual([])
    expect(await retired()).toEqual([])
    await sync(at, { records: fleet(0, 30) })
    await sync(at, { records: fleet(0, 18) })
    expect((await sync(at, { records: fleet(0, 18) })).counts).toMatchObject({ held: 12 })
    const [again] = await holds()
    expect(again.id).not.toBe(id)
    expect(again).toMatchObject({ status: "open", records: 12 })
  })

  test("N-HOLD when every record came back there is nothing left to decide", async () => {
    const id = await holdTwelve()
    await sync(at, { records: fleet(0, 30) })
    expect((await get(`/api/holds/${id}`)).json.status).toBe("resolved")
    expect((await decide(id, "approve")).json.detail).toContain("is resolved already")
    expect(await retired()).toEqual([])
  })

  test("N-HOLD an approved device that returns takes its identity up again", async () => {
    const id = await holdTwelve()
    await decide(id, "approve")
    const before = await readDevices(at.accountId)
    expect((await sync(at, { records: fleet(0, 30) })).counts).toMatchObject({ restored: 12, created: 0 })
    expect((await readDevices(at.accountId)).map((device) => device.id)).toEqual(
      before.map((device) => device.id),
    )
    expect(await retired()).toEqual([])
  })
})

describe("O-AUTH holds", () => {
  test("O-AUTH admins decide, members and viewers look", async () => {
    const id = await holdTwelve()
    for (const role of ["viewer", "member"] as const) {
      expect((await get(`/api/holds/${id}`, tenant.tokens[role])).status).toBe(200)
      for (const verb of ["approve", "dismiss"] as const)
        expect((await decide(id, verb, undefined, tenant.tokens[role])).status).toBe(403)
    }
    expect((await get(`/api/holds/${id}`)).json.status).toBe("open")
  })

  test("O-AUTH another account neither sees nor decides them", async () => {
    const id = await holdTwelve()
    const token = other.tokens.admin
    expect((await get("/api/holds?status=all", token)).json.items).toEqual([])
    for (const address of [`/api/holds/${id}`, `/api/holds/${id}/records`])
      expect((await get(address, token)).status).toBe(404)
    for (const verb of ["approve", "dismiss"] as const)
      expect((await decide(id, verb, undefined, token)).status).toBe(404)
    expect(await prisma().removalHold.count({ where: { id, status: "open" } })).toBe(1)
    expect(await retired()).toEqual([])
  })
})
