import { beforeEach, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { deleteIntegration } from "@/lib/integrations/delete-integration"
import {
  models,
  readModelChanges,
  readModels,
  syncModels,
} from "@/lib/inventory/device-models/models.test-support"
import { leastId } from "@/lib/retention/floors"
import { prune } from "@/lib/retention/prune"
import { type Bench, newIntegration } from "@/lib/sync/engine.test-support"
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

const call = (path: string, method: "GET" | "POST" = "GET", body?: object) =>
  callApi(path, { token: tenant.tokens.admin, method, body })

async function holdTwelve(): Promise<string> {
  await syncModels(at, { records: models(13) })
  for (const _ of [1, 2]) await syncModels(at, { records: models(1) })
  const { json } = await call("/api/holds")
  expect(json.items).toMatchObject([{ stream: "device-models", records: 12, known: 13 }])
  return json.items[0].id
}

const retired = async () =>
  (await readModels(tenant.accountId)).filter((one) => one.retired).map(({ fields }) => fields.name)

test("N-HOLD held models are looked at, some approved, some dismissed; the history names the admin", async () => {
  const hold = await holdTwelve()
  const { json } = await call(`/api/holds/${hold}/records?limit=1`)
  expect(json.items).toMatchObject([
    {
      externalId: "type-M1",
      noun: "device-model",
      subjectId: expect.any(String),
      subjectName: "M1",
      deviceId: null,
      serialNumber: null,
    },
  ])
  const some = await call(`/api/holds/${hold}/approve`, "POST", { externalIds: ["type-M1", "type-M2"] })
  expect(some.json).toEqual({ status: "open", decided: 2, waiting: 10 })
  expect(await retired()).toEqual(["M1", "M2"])
  const [change] = (await readModelChanges(json.items[0].subjectId)).slice(-1)
  expect(change).toMatchObject({ kind: "retired" })
  const { rows } = await pool().query("select actor_id from inventory_changes where actor_id is not null")
  expect(rows[0]).toEqual({ actor_id: tenant.admin.userId })
  await call(`/api/holds/${hold}/dismiss`, "POST", { externalIds: ["type-M3"] })
  const rest = await call(`/api/holds/${hold}/approve`, "POST", {})
  expect(rest.json).toEqual({ status: "approved", decided: 9, waiting: 0 })
  expect(await retired()).toHaveLength(11)
})

test("N-HOLD held models can all be dismissed, and are not asked for again", async () => {
  const hold = await holdTwelve()
  expect((await call(`/api/holds/${hold}/dismiss`, "POST", {})).json).toMatchObject({ decided: 12 })
  await syncModels(at, { records: models(1) })
  expect((await call("/api/holds")).json.items).toEqual([])
  expect(await retired()).toEqual([])
})

test("N-HISTORY a run's changes and their counts hold what it did to models, and it can be reverted", async () => {
  const run = await syncModels(at, { records: models(3) })
  const changes = await call(`/api/sync-logs/${run.id}/changes?limit=2`)
  expect(changes.json.items).toMatchObject([
    { action: "create", kind: "created", noun: "device-model", subjectName: "M0", deviceId: null },
    { subjectName: "M1" },
  ])
  const rest = await call(`/api/sync-logs/${run.id}/changes?limit=2&cursor=${changes.json.nextCursor}`)
  expect(rest.json).toMatchObject({ items: [{ subjectName: "M2" }], nextCursor: null })
  expect((await call(`/api/sync-logs/${run.id}/changes/counts`)).json).toEqual({ create: 3 })
  expect((await call(`/api/sync-logs/${run.id}/revert`, "POST", {})).status).toBe(202)
})

test("models of an integration that is removed stay as the account's own, each name once", async () => {
  const other = await newIntegration(tenant.accountId)
  await syncModels(at, { records: models(3) })
  await syncModels(at, { records: models(2), gone: ["type-M2"] })
  await syncModels(other, { records: models(1) })
  await deleteIntegration(tenant.admin, at.integrationId)
  expect(await readModels(tenant.accountId)).toMatchObject([
    { integration_id: null, made_by: "hand", fields: { name: "M0" } },
    { integration_id: other.integrationId, fields: { name: "M0" } },
    { integration_id: null, fields: { name: "M1" } },
  ])
  await deleteIntegration(tenant.admin, other.integrationId)
  expect((await readModels(tenant.accountId)).map(({ fields }) => fields.name)).toEqual(["M0", "M1"])
})

test("O-RETAIN N-HOLD models that were retired long ago go, and so does their history; what an old hold held is asked for again", async () => {
  const now = new Date()
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await syncModels(at, { records: models(5) })
  await syncModels(at, { records: models(4), gone: ["type-M4"] })
  await pool().query("update device_models set retired_at = $1 where retired_at is not null", [ago(91)])
  const subject = (await readModels(tenant.accountId))[0].id
  await pool().query(
    "insert into inventory_changes (id, account_id, noun, subject_id, sync_log_id, kind) values ($1, $3, 'device-model', $4, $2, 'updated'), ($2, $3, 'device-model', $4, null, 'updated')",
    [leastId(ago(401)), leastId(ago(402)), tenant.accountId, subject],
  )
  await syncModels(at, { records: [] })
  await syncModels(at, { records: [] })
  await pool().query("update removal_holds set created_at = $1", [ago(31)])
  const pruned = await prune({ now, signal: new AbortController().signal })
  expect(pruned).toMatchObject({ changes: 2, openHolds: 1 })
  expect(await readModels(tenant.accountId)).toHaveLength(4)
  const again = await syncModels(at, { records: models(2) })
  expect(again).toMatchObject({ status: "PARTIAL", counts: { removed: 0, held: 2 } })
})
