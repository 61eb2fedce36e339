import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { callApi, listRoutes } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"

testDatabase()

let theirs: Tenant
let ours: Tenant
const ids: Record<string, string> = {}

beforeAll(async () => {
  theirs = await makeTenant("Theirs")
  ours = await makeTenant("Ours")
  const made = await callApi("/api/integrations?check=false", {
    method: "POST",
    token: theirs.tokens.admin,
    body: { provider: "addigy", name: "Secret name", credentials: { apiKey: "k" } },
  })
  ids.integrations = made.json.id
  const run = await callApi(`/api/integrations/${ids.integrations}/sync`, {
    method: "POST",
    token: theirs.tokens.admin,
  })
  ids["sync-logs"] = run.json.job_id
  const device = await callApi("/api/devices", {
    method: "POST",
    token: theirs.tokens.admin,
    body: { name: "Secret name", serialNumber: "S1" },
  })
  ids.devices = device.json.id
  const model = await callApi("/api/device-models", {
    method: "POST",
    token: theirs.tokens.admin,
    body: { name: "Secret name" },
  })
  ids["device-models"] = model.json.id
  const webhook = await callApi("/api/webhooks", {
    method: "POST",
    token: theirs.tokens.admin,
    body: { name: "Secret name", url: "https://hooks.example.com", kinds: ["sync_failed"] },
  })
  ids.webhooks = webhook.json.id
})

// A gateway's id is its source's: "unknown" is the answer to another account's
const routes = listRoutes().filter(
  ({ address }) => address.includes("[id]") && !address.startsWith("/api/lorawan"),
)
const bodies: Record<string, object> = {
  "PUT /api/integrations/[id]": { name: "mine now", settings: {} },
  "PATCH /api/integrations/[id]/sync-settings": { syncEnabled: false },
  "PATCH /api/webhooks/[id]": { name: "mine now" },
}

describe("O-AUTH another account's id is 404, and nothing changes", () => {
  test.each(routes.flatMap(({ address, methods }) => methods.map((method) => ({ method, address }))))(
    "$method $address",
    async ({ method, address }) => {
      const noun = address.split("/")[2] ?? ""
      const path = address
        .replace("[id]", ids[noun] ?? "missing")
        .replace("[page]", "1")
        .replace("[delivery]", randomUUID())
      const body = bodies[`${method} ${address}`]
      const before = await snapshot()
      const refused = await callApi(path, { method, token: ours.tokens.admin, body })
      expect(refused.status, refused.text).toBe(404)
      expect(refused.text).not.toContain("Secret name")
      expect(await snapshot()).toEqual(before)
    },
  )
})

test.each([
  "/api/integrations",
  "/api/devices",
  "/api/notifications",
  "/api/device-models?includeRetired=true",
  "/api/webhooks",
  "/api/devices?includeRetired=true&search=secret",
])("O-AUTH GET %s holds nothing of another account", async (address) => {
  expect((await callApi(address, { token: ours.tokens.admin })).json.items).toEqual([])
})

test("O-AUTH a serial of another account is free in ours, and filtering by its integration finds nothing", async () => {
  const made = await callApi("/api/devices", {
    method: "POST",
    token: ours.tokens.admin,
    body: { name: "Ours", serialNumber: "s1" },
  })
  expect(made.status).toBe(201)
  const found = await callApi(`/api/devices?integrationId=${ids.integrations}`, { token: ours.tokens.admin })
  expect(found.json.items).toEqual([])
})

async function snapshot() {
  const { rows } = await pool().query(
    `select (select jsonb_agg(to_jsonb(i)) from integrations i where account_id = $1) as integrations,
            (select jsonb_agg(to_jsonb(l)) from sync_logs l where account_id = $1) as runs,
            (select jsonb_agg(to_jsonb(d)) from devices d where account_id = $1) as devices,
            (select jsonb_agg(to_jsonb(m)) from device_models m where account_id = $1) as models,
            (select jsonb_agg(to_jsonb(w)) from webhook_endpoints w where account_id = $1) as webhooks`,
    [theirs.accountId],
  )
  return rows
}
