import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { carryOut } from "@/app/api/carry-out.test-support"
import { pool, prisma } from "@/lib/db/client"
import {
  type Bench,
  newIntegration,
  readDevices,
  record,
  type Script,
  sync,
} from "@/lib/sync/engine.test-support"
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

const fleet = (count: number) => Array.from({ length: count }, (_, n) => record(n))
const post = (address: string, token = tenant.tokens.admin, body?: unknown) =>
  callApi(address, { method: "POST", token, body })
const get = async (address: string) => (await callApi(address, { token: tenant.tokens.viewer })).json
const act = (id: string, verb: "apply" | "replay" | "revert", token?: string) =>
  post(`/api/sync-logs/${id}/${verb}`, token)
const askForPreview = (token = tenant.tokens.member) =>
  post(`/api/integrations/${at.integrationId}/sync`, token, { mode: "preview" })

async function preview(script: Script): Promise<string> {
  const { json } = await askForPreview()
  await carryOut(json.job_id, script)
  return json.job_id
}

/** Every action of a plan with the device it is about, read in small pages. */
async function actions(id: string, query = "") {
  const found = []
  for (let cursor = ""; ; ) {
    const page = await get(`/api/sync-logs/${id}/changes?limit=2${query}${cursor}`)
    for (const { action, deviceName } of page.items) found.push(`${action} ${deviceName}`)
    if (page.nextCursor === null) return found
    cursor = `&cursor=${page.nextCursor}`
  }
}

describe("N-PLAN a preview at the door", () => {
  test("N-PLAN a member asks for one: 202, it shows every change field by field, and changes nothing", async () => {
    await sync(at, { records: fleet(20) })
    await sync(at, { records: fleet(19) })
    const before = await readDevices(at.accountId)
    const started = await askForPreview()
    expect(started.status, started.text).toBe(202)
    expect(started.json).toEqual({ status: "in_progress", job_id: expect.any(String) })
    const id = started.json.job_id
    await carryOut(id, { records: [record(0, { name: "Renamed" }), ...fleet(18).slice(1), record("new")] })
    expect(await get(`/api/sync-logs/${id}`)).toMatchObject({
      status: "SUCCESS",
      mode: "preview",
      counts: { created: 1, updated: 1, removed: 1 },
      plan: { appliedBy: null, applies: null, replays: null, reverts: null },
    })
    const { items } = await get(`/api/sync-logs/${id}/changes`)
    expect(items).toMatchObject([
      { action: "create", kind: "created", deviceId: null, serialNumber: "C02new", externalId: "agent-new" },
      {
        action: "update",
        kind: "updated",
        deviceId: before.find(({ serial_number }) => serial_number === "C020").id,
        deviceName: "Mac 0",
        serialNumber: "C020",
        externalId: "agent-0",
        fields: { name: ["Mac 0", "Renamed"] },
        syncLogId: id,
        integrationName: "Addigy",
      },
      { action: "missing", deviceName: "Mac 18", fields: {} },
      { action: "remove", kind: "retired", deviceName: "Mac 19" },
    ])
    expect(items[0].fields).toMatchObject({ name: [null, "Mac new"], serialNumber: [null, "C02new"] })
    expect(await readDevices(at.accountId)).toEqual(before)
  })

  test("N-PLAN changes are paged and filtered by action; a word that is no action is 422", async () => {
    await sync(at, { records: fleet(3) })
    const changed = fleet(3).map((one) => ({ ...one, fields: { ...one.fields, osVersion: "26.0" } }))
    const id = await preview({ records: [...changed, record("a"), record("b")] })
    expect(await actions(id)).toEqual([
      "create Mac a",
      "create Mac b",
      "update Mac 0",
      "update Mac 1",
      "update Mac 2",
    ])
    expect(await actions(id, "&action=update")).toEqual(["update Mac 0", "update Mac 1", "update Mac 2"])
    expect(await actions(id, "&action=hold")).toEqual([])
    const refused = await callApi(`/api/sync-logs/${id}/changes?action=dance`, {
      token: tenant.tokens.viewer,
    })
    expect(refused.status).toBe(422)
    expect(Object.keys(refused.json.errors)).toEqual(["action"])
    const cursor = Buffer.from("[9999999999]").toString("base64url")
    const far = await callApi(`/api/sync-logs/${id}/changes?cursor=${cursor}`, {
      token: tenant.tokens.viewer,
    })
    expect(far.status).toBe(422)
  })

  test("N-PLAN a sync's changes come in the same words, and are filtered alike", async () => {
    await sync(at, { records: fleet(2) })
    const { id } = await sync(at, { records: [record(0, { name: "Renamed" }), record(1), record("new")] })
    expect((await actions(id)).sort()).toEqual(["create Mac new", "update Renamed"])
    expect(await actions(id, "&action=create")).toEqual(["create Mac new"])
    expect(await actions(id, "&action=missing")).toEqual([])
    expect((await get(`/api/sync-logs/${id}/changes?action=update`)).items).toMatchObject([
      { kind: "updated", externalId: "agent-0", fields: { name: ["Mac 0", "Renamed"] } },
    ])
  })

  test("N-PLAN asked again while it runs, the same preview; a sync meanwhile is 409, not taken for one", async () => {
    const { json } = await askForPreview()
    expect((await askForPreview()).json).toEqual(json)
    const refused = await post(`/api/integrations/${at.integrationId}/sync`)
    expect(refused.status).toBe(409)
    expect(refused.json.detail).toContain(`Another run of this integration is in progress (${json.job_id})`)
    await carryOut(json.job_id)
    const { json: started } = await post(`/api/integrations/${at.integrationId}/sync`)
    expect((await askForPreview()).status).toBe(409)
    expect((await post(`/api/integrations/${at.integrationId}/sync`)).json).toEqual(started)
  })

  test("N-PLAN a viewer may not; a replay is not started from an integration", async () => {
    expect((await askForPreview(tenant.tokens.viewer)).status).toBe(403)
    const replay = await post(`/api/integrations/${at.integrationId}/sync`, tenant.tokens.admin, {
      mode: "replay",
    })
    expect(replay.status).toBe(422)
    expect(replay.json.errors.mode[0]).toContain("/replay")
  })
})

describe("N-PLAN applying a plan", () => {
  test("N-PLAN carries out exactly the plan; both runs say so, and it goes only once", async () => {
    await sync(at, { records: fleet(2) })
    const id = await preview({ records: [record(0, { name: "Planned" }), record(1), record("new")] })
    const started = await act(id, "apply")
    expect(started.status, started.text).toBe(202)
    const applying = started.json.job_id
    expect((await get(`/api/sync-logs/${id}`)).plan.appliedBy).toBe(applying)
    expect((await act(id, "apply")).status).toBe(409)
    await carryOut(applying, { records: [record(0, { name: "Said later" })] })
    expect(await get(`/api/sync-logs/${applying}`)).toMatchObject({
      status: "SUCCESS",
      mode: "sync",
      trigger: "api",
      triggeredBy: "The admin",
      counts: { created: 1, updated: 1, removed: 0 },
      plan: { appliedBy: null, applies: id },
    })
    expect((await readDevices(at.accountId)).map(({ name }) => name)).toEqual(["Planned", "Mac 1", "Mac new"])
    expect((await get(`/api/sync-logs/${id}`)).plan).toEqual({
      appliedBy: applying,
      applies: null,
      replays: null,
      reverts: null,
    })
    const history = await get(`/api/integrations/${at.integrationId}/sync-history`)
    expect(history.items[1].plan.appliedBy).toBe(applying)
    const again = await act(id, "apply")
    expect(again.status).toBe(409)
    expect(again.json.detail).toContain(`carried out by run ${applying}`)
  })

  test("N-PLAN a plan that no longer holds fails, says which row moved, and may be tried again", async () => {
    await sync(at, { records: fleet(2) })
    const id = await preview({ records: [record(0, { name: "Planned" }), record(1)] })
    await sync(at, { records: [record(0, { name: "Moved" }), record(1)] })
    const { json } = await act(id, "apply")
    await carryOut(json.job_id)
    const run = await get(`/api/sync-logs/${json.job_id}`)
    expect(run).toMatchObject({ status: "FAILED", error: { code: "plan_moved" } })
    expect(run.error.message).toContain("Mac 0")
    expect((await readDevices(at.accountId))[0].name).toBe("Moved")
    expect((await get(`/api/sync-logs/${id}`)).plan.appliedBy).toBeNull()
    expect((await act(id, "apply")).status).toBe(202)
  })

  test("N-PLAN two admins at once start one run", async () => {
    const id = await preview({ records: fleet(2) })
    const both = await Promise.all([act(id, "apply"), act(id, "apply")])
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409])
    const runs = await prisma().syncLog.count({ where: { integrationId: at.integrationId, mode: "sync" } })
    expect(runs).toBe(1)
  })

  test("N-PLAN 409 with a remedy for what cannot be applied", async () => {
    const refusal = async (id: string) => {
      const refused = await act(id, "apply")
      expect(refused.status, refused.text).toBe(409)
      return refused.json.detail
    }
    const plain = await sync(at, { records: fleet(2) })
    expect(await refusal(plain.id)).toContain("make a preview first")
    const empty = await preview({ records: fleet(2) })
    expect(await refusal(empty)).toContain("asks for no change")
    const failed = await preview({ records: [], failAt: { page: 0, error: new Error("cut") } })
    expect(await refusal(failed)).toContain("ended as FAILED")
    const half = await preview({ records: fleet(4) })
    await pool().query("delete from sync_changes where sync_log_id = $1 and seq = 1", [half])
    expect(await refusal(half)).toContain("kept no longer")
    const good = await preview({ records: fleet(3) })
    const { json: live } = await askForPreview()
    expect(await refusal(live.job_id)).toContain("still in progress")
    expect(await refusal(good)).toContain(`in progress (${live.job_id})`)
    await carryOut(live.job_id)
    await prisma().integration.update({ where: { id: at.integrationId }, data: { deletedAt: new Date() } })
    expect(await refusal(good)).toContain("was removed")
  })
})

describe("N-REPLAY at the door", () => {
  test("N-REPLAY reads the stored pages as a preview, whose plan can be applied", async () => {
    const { id } = await sync(at, { records: fleet(3) })
    const started = await act(id, "replay")
    expect(started.status, started.text).toBe(202)
    const mapped = fleet(3).map((one) => ({ ...one, fields: { ...one.fields, model: "Mapped anew" } }))
    await carryOut(started.json.job_id, { records: mapped })
    expect(await get(`/api/sync-logs/${started.json.job_id}`)).toMatchObject({
      status: "SUCCESS",
      mode: "replay",
      counts: { updated: 3, removed: 0 },
      plan: { replays: id },
    })
    expect((await get(`/api/sync-logs/${started.json.job_id}/changes`)).items[0]).toMatchObject({
      action: "update",
      fields: { model: ["MacBook Air", "Mapped anew"] },
    })
    expect((await readDevices(at.accountId))[0].model).toBe("MacBook Air")
    const { json } = await act(started.json.job_id, "apply")
    await carryOut(json.job_id)
    expect((await readDevices(at.accountId))[0].model).toBe("Mapped anew")
  })

  test("N-REPLAY of a run that read some streams is of those alone", async () => {
    const { id } = await sync(at, { records: fleet(3) })
    await pool().query(`update sync_logs set context = '{"streams": ["devices"]}' where id = $1`, [id])
    const { json } = await act(id, "replay")
    const { context } = await prisma().syncLog.findUniqueOrThrow({ where: { id: json.job_id } })
    expect(context).toEqual({ replays: id, streams: ["devices"] })
  })

  test("N-REPLAY 409 when pages are gone, some or all, or the run read none", async () => {
    const { id } = await sync(at, { records: fleet(3), pageSize: 1 })
    await pool().query("delete from sync_pages where sync_log_id = $1 and page = 2", [id])
    expect((await act(id, "replay")).json).toMatchObject({
      status: 409,
      detail: expect.stringContaining("Of the 3 pages of this run only 2"),
    })
    await pool().query("delete from sync_pages where sync_log_id = $1", [id])
    expect((await act(id, "replay")).json).toMatchObject({
      status: 409,
      detail: expect.stringContaining("No pages of this run are stored"),
    })
  })
})

describe("N-HISTORY reverting a run at the door", () => {
  test("N-HISTORY a revert is a preview first; applied, the values are back", async () => {
    await sync(at, { records: fleet(3) })
    const { id } = await sync(at, {
      records: [record(0, { name: "Bad" }), ...fleet(3).slice(1), record("new")],
    })
    const started = await act(id, "revert")
    expect(started.status, started.text).toBe(202)
    const planId = started.json.job_id
    await carryOut(planId)
    expect(await get(`/api/sync-logs/${planId}`)).toMatchObject({ mode: "preview", plan: { reverts: id } })
    expect((await actions(planId)).sort()).toEqual(["undo Mac new", "update Bad"])
    expect((await readDevices(at.accountId))[0].name).toBe("Bad")
    const { json } = await act(planId, "apply")
    await carryOut(json.job_id)
    expect((await readDevices(at.accountId)).map(({ name, status }) => `${name} ${status}`)).toEqual([
      "Mac 0 active",
      "Mac 1 active",
      "Mac 2 active",
      "Mac new retired",
    ])
  })

  test("N-HISTORY 409 for a run that changed nothing, and for a preview", async () => {
    await sync(at, { records: fleet(2) })
    const same = await sync(at, { records: fleet(2) })
    expect((await act(same.id, "revert")).json).toMatchObject({
      status: 409,
      detail: expect.stringContaining("changed nothing"),
    })
    const plan = await preview({ records: fleet(3) })
    expect((await act(plan, "revert")).json).toMatchObject({
      status: 409,
      detail: expect.stringContaining("was a preview"),
    })
  })
})

describe("O-AUTH plans", () => {
  test.each(["apply", "replay", "revert"] as const)(
    "%s is for admins, of the account alone",
    async (verb) => {
      await sync(at, { records: fleet(2) })
      const id = verb === "apply" ? await preview({ records: fleet(3) }) : await newest()
      for (const role of ["viewer", "member"] as const)
        expect((await act(id, verb, tenant.tokens[role])).status).toBe(403)
      expect((await act(id, verb, other.tokens.admin)).status).toBe(404)
      expect((await act("00000000-0000-7000-8000-000000000000", verb)).status).toBe(404)
      const changes = await callApi(`/api/sync-logs/${id}/changes`, { token: other.tokens.admin })
      expect(changes.status).toBe(404)
      const live = await prisma().syncLog.count({ where: { status: "PENDING", accountId: tenant.accountId } })
      expect(live).toBe(0)
    },
  )

  const newest = async () =>
    (await get(`/api/integrations/${at.integrationId}/sync-history`)).items[0].id as string
})
