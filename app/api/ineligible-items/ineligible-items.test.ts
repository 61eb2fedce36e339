import { setTimeout as sleep } from "node:timers/promises"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { listCache, openListCache } from "@/lib/master-data/cache/list-cache"
import { ListUnavailable } from "@/lib/master-data/cache/load-list"
import { registry } from "@/lib/providers/registry"
import { prune } from "@/lib/retention/prune"
import { recoverRuns } from "@/lib/sync/recovery/recover-runs"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import {
  carryOut,
  listServices,
  makeList,
  runList,
  type TestList,
  versionsOf,
} from "@/worker/master-data/list-run.test-support"

testDatabase()
const { source, s3 } = listServices(100)

const rules = [
  { id: 1, country_of_origin: "BR", commodity_code: "0207", type_of_treatment: null },
  { id: 2, country_of_origin: "CN", commodity_code: "07061000", type_of_treatment: "Chilled" },
  { id: 3, country_of_origin: "EG", commodity_code: "070940", type_of_treatment: "!processed" },
]

let list: TestList
beforeEach(async () => {
  source().control({ reset: true })
  s3().fail([])
  list = await makeList({ source: source(), s3: s3() })
})
afterEach(() => listCache().close())

const get = (query = "", token = list.tenant.tokens.viewer) =>
  callApi(`/api/ineligible-items${query}`, { token })
const post = (path: string, body?: object, token = list.tenant.tokens.admin) =>
  callApi(`/api/${path}`, { method: "POST", token, ...(body === undefined ? {} : { body }) })
const openHolds = async () => (await callApi("/api/holds", { token: list.tenant.tokens.viewer })).json.items

async function pendingRun(): Promise<string> {
  const { rows } = await pool().query(
    "select id from sync_logs where status = 'PENDING' and account_id = $1",
    [list.accountId],
  )
  return rows[0].id
}

describe("S1-READ the list and lookups", () => {
  test("S1-READ before anything is published there is nothing, and it says so", async () => {
    expect((await get()).json).toEqual({ items: [], nextCursor: null, total: 0, served: null })
  })

  test("S1-READ the list comes page by page with its version, and is searched", async () => {
    await runList(list)
    const first = (await get("?limit=60")).json
    expect(first).toMatchObject({ total: 100, served: { version: 1, items: 100, source: "s3", note: null } })
    const second = (await get(`?limit=60&cursor=${first.nextCursor}`)).json
    expect([...first.items, ...second.items]).toHaveLength(100)
    expect(second.nextCursor).toBeNull()
    expect((await get("?search=dried&limit=200")).json.items.length).toBeGreaterThan(0)
    expect(
      (await get("?country=br")).json.items.every(
        (item: { country_of_origin: string }) => item.country_of_origin === "BR",
      ),
    ).toBe(true)
  })

  test.each([
    ["?country=br&commodity_code=0207 14 10", true, "0207"],
    ["?country=BR&commodity_code=0208", false, null],
    ["?country=CN&commodity_code=07061000&type_of_treatment=chilled", true, "07061000"],
    ["?country=CN&commodity_code=0706100090", true, "07061000"],
    ["?country=CN&commodity_code=07061000&type_of_treatment=frozen", false, null],
    ["?country=EG&commodity_code=0709401000&type_of_treatment=processed", false, "070940"],
    ["?country=EG&commodity_code=0709401000", true, "070940"],
  ])("S1-READ %s: banned is %s, decided by %s", async (query, banned, code) => {
    source().control({ items: rules })
    await runList(list)
    const { json } = await get(query)
    expect(json).toMatchObject({ banned, rule: code === null ? null : { commodity_code: code } })
    expect(json.reason).toMatch(/\.$/)
  })

  test("S1-READ who has the answer already is told 304, until something changes", async () => {
    await runList(list)
    const token = list.tenant.tokens.viewer
    const etag = (await get()).headers.get("etag") ?? ""
    const again = () => callApi("/api/ineligible-items", { token, headers: { "if-none-match": etag } })
    expect(await again()).toMatchObject({ status: 304, text: "" })
    source().control({ count: 90 })
    await runList(list)
    await expect.poll(async () => (await again()).status).toBe(200)
  })

  test("S1-READ a list that was found unchanged since is answered anew, with when that was", async () => {
    await runList(list)
    const first = await get()
    const headers = { "if-none-match": first.headers.get("etag") ?? "" }
    await runList(list)
    const again = await callApi("/api/ineligible-items", { token: list.tenant.tokens.viewer, headers })
    expect(again.status).toBe(200)
    expect(again.json.served.confirmedAt > first.json.served.confirmedAt).toBe(true)
  })

  test("S1-READ a lookup is never answered without an answer: 503 while the list cannot be read, or is not there", async () => {
    const lookup = "?country=BR&commodity_code=0207"
    const early = await get(lookup)
    expect(early).toMatchObject({
      status: 503,
      json: { detail: expect.stringContaining("Nothing is published") },
    })
    await listCache().close()
    await s3().write(list.key, JSON.stringify(rules))
    s3().fail([{ kind: "status", status: 403 }])
    for (const query of [lookup, ""])
      expect(await get(query)).toMatchObject({
        status: 503,
        json: { detail: expect.stringContaining("S3 cannot be read") },
      })
    await listCache().close()
    s3().fail([])
    await s3().write(list.key, JSON.stringify([...rules, { somebody: "else" }]))
    expect((await get(lookup)).json.detail).toContain("What lies in S3 is no such list.")
  })

  test("S1-READ S1-GUARD on a list that was emptied nothing is looked up: 503 that says so, never not banned", async () => {
    source().control({ items: rules })
    await runList(list)
    const lookup = "?country=BR&commodity_code=0207"
    expect((await get(lookup)).json.banned).toBe(true)
    source().control({ items: [] })
    await runList(list)
    const [hold] = await openHolds()
    expect(hold.list).toMatchObject({ list: "ineligible-items", items: 0, added: 0, gone: 3 })
    await post(`holds/${hold.id}/approve`)
    const { run, said } = await carryOut(await pendingRun())
    expect(run.status).toBe("SUCCESS")
    expect(said("Retrieving")).toBeNull()
    await expect.poll(async () => (await get()).json.served.items).toBe(0)
    expect((await get()).json.served.note).toContain("The published list is empty")
    const answer = await get(lookup)
    expect(answer).toMatchObject({
      status: 503,
      json: { detail: expect.stringMatching(/list is empty.*cannot be concluded/) },
    })
    expect(answer.json).not.toHaveProperty("banned")
  })

  test("S1-READ N-HOLD a version names the hold it waited in and who approved it, or who had it published again", async () => {
    await runList(list)
    source().control({ count: 40 })
    await runList(list)
    const [{ id: holdId, list: held }] = await openHolds()
    const version = async (id: string) => (await get(`/versions/${id}`)).json
    expect(await version(held.id)).toMatchObject({ holdId, holdStatus: "open", decidedBy: null })
    await post(`holds/${holdId}/approve`)
    expect(await version(held.id)).toMatchObject({ status: "held", holdStatus: "approved" })
    await carryOut(await pendingRun())
    expect(await version(held.id)).toMatchObject({
      version: 2,
      holdId,
      holdStatus: "approved",
      decidedBy: "The admin",
      decidedAt: expect.any(String),
    })
    const [first] = await versionsOf(list)
    expect(await version(first.id)).toMatchObject({ holdId: null, holdStatus: null, startedBy: null })
    await post(`ineligible-items/versions/${first.id}/publish`)
    await carryOut(await pendingRun())
    expect(await version((await versionsOf(list)).at(-1).id)).toMatchObject({
      version: 3,
      holdId: null,
      startedBy: "The admin",
    })
  })

  test("S1-READ somebody else's array in S3 does not make anything allowed", async () => {
    source().control({ items: rules })
    await runList(list)
    await s3().write(list.key, JSON.stringify([{ orders: 1 }]))
    const { json } = await get("?country=BR&commodity_code=0207")
    expect(json).toMatchObject({ banned: true, served: { source: "database", version: 1 } })
    expect(json.served.note).toContain("is no such list")
  })

  test("S1-READ a bad question is refused by field", async () => {
    for (const forged of ["[99999999999]", "[0]", '["1"]']) {
      const cursor = Buffer.from(forged).toString("base64url")
      expect((await get(`/versions?cursor=${cursor}`)).status).toBe(422)
    }
    expect((await get("?country=Brazil")).json.errors).toHaveProperty("country")
    expect((await get("?commodity_code=meat")).json.errors).toHaveProperty("commodity_code")
  })

  test("O-AUTH another account sees nothing of it", async () => {
    await runList(list)
    const other = await makeList({ source: source(), s3: s3() })
    expect((await get("", other.tenant.tokens.admin)).json.total).toBe(0)
    expect((await get(`?integrationId=${list.integrationId}`, other.tenant.tokens.admin)).status).toBe(404)
  })

  test("S1-READ versions with their delivery proof, and what is different between them", async () => {
    source().control({ items: rules })
    await runList(list)
    source().control({ items: [...rules.slice(1), { ...rules[0], commodity_code: "0208" }] })
    await runList(list)
    const { items } = (await get("/versions")).json
    expect(items).toMatchObject([
      {
        version: 2,
        isNewest: true,
        added: 1,
        gone: 1,
        bucket: "trade-lists",
        key: list.key,
        etag: expect.any(String),
      },
      {
        version: 1,
        isNewest: false,
        added: 3,
        gone: 0,
        bytes: expect.any(Number),
        sha256: expect.any(String),
      },
    ])
    const differences = (await get(`/versions/${items[0].id}/differences`)).json
    expect(differences).toMatchObject({
      against: { version: 1 },
      added: [{ commodity_code: "0208" }],
      gone: [{ commodity_code: "0207" }],
      addedTotal: 1,
      goneTotal: 1,
      same: 2,
    })
  })

  test("S1-MORE an earlier version is published again, by an admin", async () => {
    await runList(list)
    source().control({ count: 90 })
    await runList(list)
    const [first] = await versionsOf(list)
    expect(
      (await post(`ineligible-items/versions/${first.id}/publish`, undefined, list.tenant.tokens.member))
        .status,
    ).toBe(403)
    const started = await post(`ineligible-items/versions/${first.id}/publish`)
    expect(started.status).toBe(202)
    expect((await carryOut(started.json.job_id)).run).toMatchObject({
      status: "SUCCESS",
      counts: { created: 10 },
    })
    expect(JSON.parse((await s3().read(list.key))?.body ?? "")).toHaveLength(100)
    expect((await versionsOf(list)).at(-1)).toMatchObject({ version: 3, sha256: first.sha256 })
  })
})

describe("S1-GUARD deciding about a hold", () => {
  async function holdForty(): Promise<string> {
    await runList(list)
    source().control({ count: 40 })
    await runList(list)
    return (await openHolds())[0].id
  }

  test("S1-GUARD the admins are told once, and the hold stands beside the others", async () => {
    await holdForty()
    await runList(list)
    expect(await openHolds()).toMatchObject([{ stream: "list", records: 60, known: 100, status: "open" }])
    const { rows } = await pool().query(
      "select title, body from notifications where account_id = $1 and kind = 'removals_held'",
      [list.accountId],
    )
    expect(rows).toEqual([
      {
        title: "A list of Master data held for you",
        body: expect.stringContaining("What is published stays as it is."),
      },
    ])
  })

  test("S1-READ what a run published or held is found by the run; the integration says what is published", async () => {
    const { run: first } = await runList(list)
    source().control({ count: 40 })
    const { run: second } = await runList(list)
    const ofRun = async (id: string) => (await get(`/versions?syncLogId=${id}`)).json.items
    expect(await ofRun(first.id)).toMatchObject([{ status: "published", version: 1, items: 100 }])
    expect(await ofRun(second.id)).toMatchObject([{ status: "held", version: null, items: 40, gone: 60 }])
    const other = await makeList({ source: source(), s3: s3() })
    expect((await get(`/versions?syncLogId=${first.id}`, other.tenant.tokens.admin)).json.items).toEqual([])
    const token = list.tenant.tokens.viewer
    expect((await callApi(`/api/integrations/${list.integrationId}`, { token })).json.publishedItems).toBe(
      100,
    )
  })

  test("S1-GUARD N-HOLD approving is about the list that was shown: another one has a hold of its own", async () => {
    const shown = await holdForty()
    source().control({ count: 39 })
    await runList(list)
    const open = await openHolds()
    expect(open).toMatchObject([{ status: "open", records: 61, known: 100 }])
    expect(open[0].id).not.toBe(shown)
    const refused = await post(`holds/${shown}/approve`)
    expect(refused).toMatchObject({ status: 409, json: { detail: expect.stringContaining("Another list") } })
    expect((await post(`holds/${shown}/dismiss`)).status).toBe(409)
    expect((await versionsOf(list)).length).toBe(1)
    await post(`holds/${open[0].id}/approve`)
    expect((await carryOut(await pendingRun())).run.status).toBe("SUCCESS")
    expect(JSON.parse((await s3().read(list.key))?.body ?? "")).toHaveLength(39)
  })

  test.each([
    ["cancelled", (id: string) => post(`sync-logs/${id}/cancel`)],
    [
      "given up",
      async (id: string) => {
        await pool().query(
          `update sync_logs set status = 'RUNNING', heartbeat_at = now() - interval '1 hour',
                  context = context || '{"deaths": 9}' where id = $1`,
          [id],
        )
        await recoverRuns(pool(), async () => {}, { deadAfterSeconds: 60 })
      },
    ],
  ])("S1-GUARD N-HOLD an approval is not used up when its run is %s", async (_, end) => {
    const id = await holdForty()
    await post(`holds/${id}/approve`)
    expect(await openHolds()).toEqual([])
    const run = await pendingRun()
    await end(run)
    const { rows } = await pool().query("select status from sync_logs where id = $1", [run])
    expect(rows[0].status).toMatch(/CANCELLED|FAILED/)
    expect(await openHolds()).toMatchObject([{ id, status: "open", decidedBy: null, decidedAt: null }])
    expect((await post(`holds/${id}/approve`)).status).toBe(200)
    expect((await carryOut(await pendingRun())).run.status).toBe("SUCCESS")
  })

  test("S1-GUARD approving publishes this very list", async () => {
    const id = await holdForty()
    source().control({ faults: [{ kind: "status", status: 500 }] })
    expect((await post(`holds/${id}/approve`, undefined, list.tenant.tokens.member)).status).toBe(403)
    expect((await post(`holds/${id}/approve`, { externalIds: ["x"] })).status).toBe(422)
    expect((await post(`holds/${id}/approve`)).json).toEqual({ status: "approved", decided: 60, waiting: 0 })
    const { rows } = await pool().query(
      "select id from sync_logs where status = 'PENDING' and account_id = $1",
      [list.accountId],
    )
    expect((await carryOut(rows[0].id)).run).toMatchObject({ status: "SUCCESS", counts: { removed: 60 } })
    expect(JSON.parse((await s3().read(list.key))?.body ?? "")).toHaveLength(40)
    expect(await versionsOf(list)).toMatchObject([{ version: 1 }, { version: 2, items: 40, gone: 60 }])
  })

  test("S1-GUARD what was published meanwhile is not overwritten by an approval", async () => {
    const id = await holdForty()
    await s3().write(list.key, JSON.stringify(rules))
    await post(`holds/${id}/approve`)
    const { rows } = await pool().query(
      "select id from sync_logs where status = 'PENDING' and account_id = $1",
      [list.accountId],
    )
    expect((await carryOut(rows[0].id)).run).toMatchObject({ status: "FAILED", error_code: "plan_moved" })
    expect(JSON.parse((await s3().read(list.key))?.body ?? "")).toHaveLength(3)
    expect(await openHolds()).toMatchObject([{ id, status: "open", decidedBy: null }])
  })

  test("S1-GUARD dismissed, the same list is not asked about again; another is", async () => {
    const id = await holdForty()
    expect((await post(`holds/${id}/dismiss`)).json).toMatchObject({ status: "dismissed", decided: 60 })
    const { run } = await runList(list)
    expect(run.status).toBe("PARTIAL")
    expect(run.receipt.list.removals).toContain("was dismissed by The admin")
    expect(await openHolds()).toEqual([])
    source().control({ count: 39 })
    await runList(list)
    expect(await openHolds()).toMatchObject([{ records: 61 }])
  })

  test("S1-GUARD N-HOLD a list dismissed over somebody else's is asked about again over another of theirs", async () => {
    const theirs = (first: number) =>
      JSON.stringify(
        Array.from({ length: 20 }, (_, at) => ({ ...rules[0], id: null, commodity_code: `${first + at}` })),
      )
    await s3().write(list.key, theirs(1000))
    source().control({ items: rules })
    await runList(list)
    const [hold] = await openHolds()
    await post(`holds/${hold.id}/dismiss`)
    await runList(list)
    expect(await openHolds()).toEqual([])
    await s3().write(list.key, theirs(2000))
    await runList(list)
    expect(await openHolds()).toMatchObject([{ records: 20 }])
  })

  test("S1-GUARD N-HOLD dismissing is about the list that waited, not about those before it; it waits no longer", async () => {
    await holdForty()
    source().control({ count: 39 })
    const { run } = await runList(list)
    const [hold] = await openHolds()
    await post(`holds/${hold.id}/dismiss`)
    expect((await get(`/versions?syncLogId=${run.id}`)).json.items).toMatchObject([
      { status: "dismissed", items: 39 },
    ])
    expect((await runList(list)).run.receipt.list.removals).toContain("was dismissed by")
    source().control({ count: 40 })
    await runList(list)
    expect(await openHolds()).toMatchObject([{ records: 60 }])
  })
})

test("S1-GUARD N-HOLD a list whose hold expired or whose integration is gone waits no longer; the next run holds it anew", async () => {
  await runList(list)
  source().control({ count: 40 })
  await runList(list)
  const [{ id, list: held }] = await openHolds()
  const version = async () => (await get(`/versions/${held.id}`)).json
  const old = new Date(Date.now() - 31 * 86_400_000)
  await pool().query("update removal_holds set created_at = $2 where id = $1", [id, old])
  await prune({ now: new Date(), signal: new AbortController().signal })
  expect(await version()).toMatchObject({ status: "let_go", holdStatus: "expired" })
  const { rows } = await pool().query(
    "select title from notifications where account_id = $1 and kind = 'hold_expired'",
    [list.accountId],
  )
  expect(rows[0].title).toMatch(/^A list of Master data held since \d{4}-\d\d-\d\d was let go$/)
  await runList(list)
  const [again] = await openHolds()
  expect(again).toMatchObject({ records: 60, list: { items: 40 } })
  expect(again.id).not.toBe(id)
  await callApi(`/api/integrations/${list.integrationId}`, {
    method: "DELETE",
    token: list.tenant.tokens.admin,
  })
  expect((await get(`/versions/${again.list.id}`)).json.status).toBe("let_go")
})

describe("N-PLAN a preview of a list", () => {
  test("N-PLAN it shows what would come and go, changes nothing, and is applied as it is", async () => {
    await runList(list)
    source().control({ count: 98 })
    const { run } = await runList(list, { mode: "preview" })
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 0, removed: 2 } })
    expect(JSON.parse((await s3().read(list.key))?.body ?? "")).toHaveLength(100)
    const changes = await callApi(`/api/sync-logs/${run.id}/changes`, { token: list.tenant.tokens.viewer })
    expect(changes.json.items).toMatchObject([{ action: "remove" }, { action: "remove" }])
    source().control({ count: 97 })
    const applied = await post(`sync-logs/${run.id}/apply`)
    expect((await carryOut(applied.json.job_id)).run.status).toBe("SUCCESS")
    expect(JSON.parse((await s3().read(list.key))?.body ?? "")).toHaveLength(98)
  })
})

describe("N-REPLAY a replay of a list", () => {
  test("N-REPLAY it is compared with what was published last, and can be applied", async () => {
    const { run: first } = await runList(list)
    source().control({ count: 98 })
    await runList(list)
    const replay = await post(`sync-logs/${first.id}/replay`)
    const { run } = await carryOut(replay.json.job_id)
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 2, removed: 0 } })
    expect(JSON.parse((await s3().read(list.key))?.body ?? "")).toHaveLength(98)
    const applied = await post(`sync-logs/${run.id}/apply`)
    expect((await carryOut(applied.json.job_id)).run).toMatchObject({
      status: "SUCCESS",
      error_message: null,
    })
    expect(JSON.parse((await s3().read(list.key))?.body ?? "")).toHaveLength(100)
  })
})

test("S1-MORE an integration stays with its list", async () => {
  const address = `/api/integrations/${list.integrationId}?check=false`
  const token = list.tenant.tokens.admin
  const { name, settings } = (await callApi(address, { token })).json
  const put = (body: object) => callApi(address, { method: "PUT", token, body: { name, ...body } })
  const moved = await put({ settings: { ...settings, list: "iso-codes" } })
  expect(moved.status).toBe(422)
  expect(moved.json.errors["settings.list"][0]).toContain("List cannot be changed any more.")
  expect((await put({ settings })).status).toBe(200)
})

describe("S1-START the list in memory", () => {
  test("S1-START what somebody else put there is served only until ours lies there again", async () => {
    await runList(list)
    const ours = (await s3().read(list.key))?.body ?? ""
    await s3().write(list.key, JSON.stringify(rules))
    const late = { by: 0 }
    const cache = openListCache(() => Date.now() + late.by)
    expect((await cache.read(list.integrationId, registry))?.version).toBeNull()
    await s3().write(list.key, ours)
    expect((await runList(list)).run.status).toBe("SUCCESS")
    late.by = 31_000
    await expect
      .poll(async () => (await cache.read(list.integrationId, registry))?.version?.version ?? null)
      .toBe(1)
    await cache.close()
  })

  test("S1-START a list that could not be read at first is there once S3 is; one that is there is never dropped", async () => {
    await s3().write(list.key, JSON.stringify(rules))
    s3().fail([{ kind: "status", status: 403 }])
    const late = { by: 0 }
    const cache = openListCache(() => Date.now() + late.by)
    const read = () => cache.read(list.integrationId, registry)
    await expect(read()).rejects.toBeInstanceOf(ListUnavailable)
    s3().fail([])
    await expect(read()).rejects.toBeInstanceOf(ListUnavailable)
    late.by = 31_000
    expect((await read())?.items).toHaveLength(3)
    s3().fail([{ kind: "status", status: 403 }])
    late.by = 62_000
    await read()
    await sleep(200)
    expect((await read())?.items).toHaveLength(3)
    await cache.close()
  })

  test("S1-START many readers at once load it from S3 once", async () => {
    await runList(list)
    const before = s3().requests().GET ?? 0
    const cache = openListCache()
    const read = await Promise.all(Array.from({ length: 20 }, () => cache.read(list.integrationId, registry)))
    expect(new Set(read).size).toBe(1)
    expect(s3().requests().GET).toBe(before + 1)
    await cache.read(list.integrationId, registry)
    expect(s3().requests().GET).toBe(before + 1)
    await cache.close()
  })

  test("S1-START S3 out of reach: the last good copy is served, and says so; then S3 again", async () => {
    await runList(list)
    s3().fail([{ kind: "status", status: 403 }])
    const late = { by: 0 }
    const cache = openListCache(() => Date.now() + late.by)
    const read = await cache.read(list.integrationId, registry)
    expect(read).toMatchObject({
      source: "database",
      note: expect.stringContaining("S3 cannot be read"),
      version: { version: 1 },
    })
    expect(read?.items).toHaveLength(100)
    s3().fail([])
    late.by = 31_000
    await cache.read(list.integrationId, registry)
    await expect.poll(async () => (await cache.read(list.integrationId, registry))?.source).toBe("s3")
    await cache.close()
  })

  test("S1-FAIL a failed run leaves the list in memory as it is", async () => {
    await runList(list)
    const before = await listCache().read(list.integrationId, registry)
    source().control({ count: 90 })
    s3().fail([{ kind: "status", status: 500, on: "PUT" }])
    await runList(list)
    await sleep(300)
    expect(await listCache().read(list.integrationId, registry)).toBe(before)
  })
})

describe("S1-SCHEDULER", () => {
  test("S1-SCHEDULER it is asked how it stands, stopped and started, by an admin", async () => {
    const path = "ineligible-items/scheduler"
    const status = (await get("/scheduler")).json
    expect(status).toMatchObject({
      running: true,
      reason: null,
      cronSchedule: "0 * * * *",
      integrations: [
        {
          id: list.integrationId,
          list: "ineligible-items",
          cron: "0 * * * *",
          syncEnabled: true,
          timeZone: "UTC",
        },
      ],
    })
    expect(status.integrations[0].nextSyncAt).toMatch(/:00:00\.000Z$/)
    expect((await post(path, { action: "stop" }, list.tenant.tokens.member)).status).toBe(403)
    expect((await post(path, { action: "stop" })).json).toMatchObject({
      running: false,
      reason: expect.stringContaining("switched off"),
      integrations: [{ syncEnabled: false, nextSyncAt: null }],
    })
    expect((await post(path, { action: "start" })).json.running).toBe(true)
  })

  test("S1-SCHEDULER an invalid cron expression is refused with what is wrong about it", async () => {
    const refused = await callApi(`/api/integrations/${list.integrationId}/sync-settings`, {
      method: "PATCH",
      token: list.tenant.tokens.admin,
      body: { cron: "every hour" },
    })
    expect(refused.status).toBe(422)
    expect(refused.json.detail).toContain("does not have five fields")
  })

  test("S1-MORE a sync is started by address, once", async () => {
    const first = await post("ineligible-items/sync", undefined, list.tenant.tokens.member)
    expect(first).toMatchObject({ status: 202, json: { status: "in_progress" } })
    expect((await post("ineligible-items/sync")).json.job_id).toBe(first.json.job_id)
    expect((await post("ineligible-items/sync", { list: "iso-codes" })).status).toBe(404)
    expect((await post("ineligible-items/sync", undefined, list.tenant.tokens.viewer)).status).toBe(403)
  })

  test("S1-MORE O-METRICS lists are told to Prometheus: what became of them, how old and how small they are, failures in a row", async () => {
    const iso = await makeList({ source: source(), s3: s3(), list: "iso-codes" })
    const told = async () => {
      const { text } = await callApi("/api/metrics", { token: list.tenant.tokens.admin })
      const values = [
        ...text.matchAll(/^rollcall_(lists?\w*)\{list="iso-codes"(?:,\w+="(\w+)")?\} ([\d.]+)$/gm),
      ]
      return Object.fromEntries(
        values.map(([, name, label, value]) => [[name, label].filter(Boolean).join(" "), Number(value)]),
      )
    }
    expect(await told()).toMatchObject({ "lists connected": 1, "lists published": 0 })
    expect(await told()).not.toHaveProperty("list_items_min")
    await runList(iso)
    await runList(iso)
    await pool().query(
      "update published_lists set confirmed_at = now() - interval '2 hours' where integration_id = $1",
      [iso.integrationId],
    )
    source().control({ isoCodes: [] })
    await runList(iso)
    source().control({ faults: [{ kind: "status", status: 401, on: "list" }] })
    for (let run = 0; run < 3; run++) await runList(iso)
    const values = await told()
    expect(values).toMatchObject({
      "lists published": 1,
      "lists held": 1,
      list_failures_in_row: 3,
      "list_runs_total published": 1,
      "list_runs_total unchanged": 1,
      "list_runs_total held": 1,
      "list_runs_total failed": 3,
    })
    expect(values.list_items_min).toBeGreaterThan(10)
    expect(values.list_age_seconds).toBeGreaterThanOrEqual(7200)
  })

  test("S1-MORE three failures in a row are told once", async () => {
    source().control({ faults: [{ kind: "status", status: 401, on: "list" }] })
    for (let run = 0; run < 3; run++) await runList(list)
    const { rows } = await pool().query(
      "select kind, count(distinct title)::int as times from notifications where account_id = $1 group by kind order by kind",
      [list.accountId],
    )
    expect(rows).toEqual([
      { kind: "credentials_refused", times: 1 },
      { kind: "sync_failing", times: 1 },
    ])
    expect((await get("/scheduler")).json.integrations[0].failuresInRow).toBe(3)
  })
})
