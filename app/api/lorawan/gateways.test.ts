import { beforeEach, expect, test, vi } from "vitest"
import { pool } from "@/lib/db/client"
import { listen } from "@/lib/db/listen"
import { deleteIntegration } from "@/lib/integrations/delete-integration"
import { openGatewayLists } from "@/lib/inventory/gateways/open-gateway-lists"
import { gatewaysChannel } from "@/lib/inventory/gateways/store"
import { type Bench, newIntegration, record, sync } from "@/lib/sync/engine.test-support"
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

const station = (eui: string, attributes = {}) => ({
  ...record(eui, { kind: "concentrator", serialNumber: null }),
  externalId: eui,
  attributes,
})
const roof = "A84041FFFE21C0DE"
const hall = "A84041FFFE21C0DF"
const ask = (id: string, token = tenant.tokens.viewer) => callApi(`/api/lorawan/gateways/${id}`, { token })
const stateOf = async (id: string) => (await ask(id)).json.state

test("S3-GATEWAYS a gateway is known or unknown, in any case; before the first whole read it is neither", async () => {
  const early = await ask(roof)
  expect(early).toMatchObject({ status: 503, json: { state: "not_ready", readAt: null } })
  expect((await callApi("/api/lorawan/gateways", { token: tenant.tokens.viewer })).json).toEqual({
    state: "not_ready",
    items: [],
    nextCursor: null,
    total: 0,
    readAt: null,
  })
  await sync(at, { records: [station(roof), record(1)] })
  expect(await ask(roof.toLowerCase())).toMatchObject({ status: 200, json: { id: roof, state: "known" } })
  expect(await ask("agent-1")).toMatchObject({ status: 200, json: { state: "unknown", deviceId: null } })
})

test("S3-GATEWAYS one that is not known is not called unknown while a hub with LoRaWAN was never read whole", async () => {
  await sync(at, { records: [station(roof)] })
  const hub = await newIntegration(tenant.accountId)
  await pool().query("update integrations set settings = $2 where id = $1", [
    hub.integrationId,
    { lora: true },
  ])
  expect(await ask(hall)).toMatchObject({ status: 503, json: { state: "not_ready", deviceId: null } })
  expect(await ask(roof)).toMatchObject({ status: 200, json: { state: "known" } })
  const early = await callApi("/api/lorawan/gateways", { token: tenant.tokens.viewer })
  expect(early.json).toMatchObject({ state: "not_ready", items: [{ id: roof }], readAt: null })
  await sync(hub, { records: [record(1)] })
  expect(await ask(hall)).toMatchObject({ status: 200, json: { state: "unknown" } })
})

test("S3-GATEWAYS those of a hub that is disconnected go at once", async () => {
  await sync(at, { records: [station(roof)] })
  expect(await stateOf(roof)).toBe("known")
  await deleteIntegration(tenant.admin, at.integrationId)
  await vi.waitFor(async () => expect(await stateOf(roof)).not.toBe("known"), 10_000)
})

test("S3-GATEWAYS the list is the enabled concentrators of the account, page by page", async () => {
  const other = await makeTenant()
  await sync(await newIntegration(other.accountId), { records: [station("0000000000000001")] })
  await sync(at, {
    records: [station(hall), station(roof), station("OFF", { status: "disabled" }), record(1)],
  })
  const first = await callApi("/api/lorawan/gateways?limit=1", { token: tenant.tokens.viewer })
  expect(first.json).toMatchObject({ state: "ready", items: [{ id: roof }], total: 2 })
  const next = await callApi(`/api/lorawan/gateways?limit=1&cursor=${first.json.nextCursor}`, {
    token: tenant.tokens.viewer,
  })
  expect(next.json).toMatchObject({ items: [{ id: hall }], nextCursor: null })
  expect(await stateOf("0000000000000001")).toBe("unknown")
  expect(await stateOf("OFF")).toBe("unknown")
})

test("S3-GATEWAYS a sync that brings or takes concentrators reaches the list without anybody asking the database", async () => {
  await sync(at, { records: [station(roof), record(1)] })
  expect(await stateOf(roof)).toBe("known")
  await sync(at, { records: [station(roof), station(hall), record(1)] })
  await vi.waitFor(async () => expect(await stateOf(hall)).toBe("known"), 10_000)
  await sync(at, { records: [station(roof), record(1)], gone: [hall] })
  await vi.waitFor(async () => expect(await stateOf(hall)).toBe("unknown"), 10_000)
  expect(await stateOf(roof)).toBe("known")
})

test("S3-GATEWAYS another process hears of it too", async () => {
  await sync(at, { records: [station(roof)] })
  const reads: string[] = []
  const elsewhere = openGatewayLists({
    read: async (accountId) => {
      reads.push(accountId)
      const { rows } = await pool().query(
        'select id as "deviceId", name as id from devices where account_id = $1',
        [accountId],
      )
      return { items: rows, isWhole: true }
    },
    watch: ({ changed, lost }) => listen({ channel: gatewaysChannel, onMessage: changed, onLost: lost }),
    warn: () => {},
    staleAfterMs: 3_600_000,
    now: Date.now,
  })
  await elsewhere.listOf(tenant.accountId)
  expect(reads).toHaveLength(1)
  await sync(at, { records: [station(roof), station(hall)] })
  await vi.waitFor(() => expect(reads.length).toBeGreaterThan(1), 10_000)
  await vi.waitFor(async () => expect((await elsewhere.listOf(tenant.accountId))?.items).toHaveLength(2))
  await elsewhere.close()
})
