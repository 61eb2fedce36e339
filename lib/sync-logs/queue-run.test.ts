import { expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { inTransaction } from "@/lib/db/in-transaction"
import { testDatabase } from "@/lib/tooling/test-database"
import { priorityOf } from "./priority-of"
import { type NewRun, queueRun } from "./queue-run"
import { endLiveRun } from "./store"

testDatabase()

async function newIntegration() {
  const { rows } = await pool().query<{ accountId: string; integrationId: string }>(
    `with account as (insert into accounts (name) values ('Test') returning id)
     insert into integrations (account_id, provider, name) select id, 'addigy', 'Addigy' from account
     returning id as "integrationId", account_id as "accountId"`,
  )
  if (rows[0] === undefined) throw new Error("No integration was made.")
  return rows[0]
}

const queue = (at: Awaited<ReturnType<typeof newIntegration>>) =>
  inTransaction((client) => queueRun(client, { ...at, trigger: "manual", mode: "sync", triggeredById: null }))

const jobsOf = async (id: string) =>
  (await pool().query("select key from graphile_worker.jobs where key = $1", [`sync:${id}`])).rows

test("S3-OVERLAP two who ask at the same time get one run and one job", async () => {
  for (let round = 0; round < 20; round++) {
    const at = await newIntegration()
    const [one, other] = await Promise.all([queue(at), queue(at)])
    expect(one.id).toBe(other.id)
    expect([one.isNew, other.isNew].sort()).toEqual([false, true])
    expect(await jobsOf(one.id)).toHaveLength(1)
  }
})

test("S3-OVERLAP eight who ask at the same time get one run", async () => {
  const at = await newIntegration()
  const asked = await Promise.all(Array.from({ length: 8 }, () => queue(at)))
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
  expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1)
})

test.each(["PENDING", "RUNNING"])(
  "S3-OVERLAP the run that is %s is given instead of another",
  async (status) => {
    const at = await newIntegration()
    const { id } = await queue(at)
    await pool().query("update sync_logs set status = $2::sync_status where id = $1", [id, status])
    expect(await queue(at)).toMatchObject({ id, isNew: false })
  },
)

test.each(["SUCCESS", "PARTIAL", "FAILED", "CANCELLED"])(
  "S3-OVERLAP after one that ended as %s there is room for the next",
  async (status) => {
    const at = await newIntegration()
    const { id } = await queue(at)
    await pool().query("update sync_logs set status = $2::sync_status where id = $1", [id, status])
    const next = await queue(at)
    expect(next.isNew).toBe(true)
    expect(next.id).not.toBe(id)
  },
)

test("S3-OVERLAP another integration's run is no obstacle, and nothing is queued when the caller's transaction fails", async () => {
  const [one, other] = [await newIntegration(), await newIntegration()]
  expect((await queue(one)).isNew).toBe(true)
  const failing = inTransaction(async (client) => {
    await queueRun(client, { ...other, trigger: "manual", mode: "sync", triggeredById: null })
    throw new Error("changed my mind")
  })
  await expect(failing).rejects.toThrow("changed my mind")
  const { rows } = await pool().query("select id from sync_logs where integration_id = $1", [
    other.integrationId,
  ])
  expect(rows).toEqual([])
  expect((await queue(other)).isNew).toBe(true)
})

test("S3-OVERLAP a run of some streams that is under way goes on with all of them when a person asks", async () => {
  const at = await newIntegration()
  const scheduled = { ...at, trigger: "scheduled", mode: "sync", triggeredById: null } as const
  const { id } = await inTransaction((client) => queueRun(client, { ...scheduled, streams: ["devices"] }))
  await pool().query("update sync_logs set status = 'RUNNING' where id = $1", [id])
  const context = async () =>
    (await pool().query("select context from sync_logs where id = $1", [id])).rows[0]
  await inTransaction((client) => queueRun(client, { ...scheduled, streams: ["devices"] }))
  expect(await context()).toEqual({ context: { streams: ["devices"] } })
  expect(await queue(at)).toMatchObject({ id, isNew: false, isSame: true })
  expect(await context()).toEqual({ context: {} })
})

const parts: [string, Pick<NewRun, "trigger" | "streams" | "filter">][] = [
  ["waits", { trigger: "workflow_event", streams: ["planned-units"] }],
  ["waits for a place at its provider", { trigger: "scheduled", filter: ["QC"] }],
]

test.each(parts)("S4-MANUAL a run of a part that %s reads everything when a person asks", async (_, part) => {
  const at = await newIntegration()
  const run = { ...at, mode: "sync", triggeredById: null, ...part } as const
  const { id } = await inTransaction((client) => queueRun(client, run))
  const waiting = { for: "place", until: "2026-11-22T00:00:00Z" }
  await pool().query("update sync_logs set context = context || $2 where id = $1", [id, { waiting }])
  expect(await queue(at)).toMatchObject({ id, isNew: false, isSame: true })
  const { rows } = await pool().query("select context, status_filter from sync_logs where id = $1", [id])
  expect(rows).toEqual([{ context: { waiting }, status_filter: null }])
})

test("S4-MANUAL a run under way that reads a part by a filter is not what a person asks for", async () => {
  const at = await newIntegration()
  const part = { trigger: "scheduled", mode: "sync", triggeredById: null, filter: ["QC"] } as const
  const { id } = await inTransaction((client) => queueRun(client, { ...at, ...part, filter: ["QC"] }))
  await pool().query("update sync_logs set status = 'RUNNING' where id = $1", [id])
  expect(await queue(at)).toEqual({ id, isNew: false, isSame: false })
  const { rows } = await pool().query("select context, status_filter from sync_logs where id = $1", [id])
  expect(rows).toEqual([{ context: { filter: ["QC"] }, status_filter: "QC" }])
})

test("S3-OVERLAP a run that is asked for while its integration is being removed does not stay behind", async () => {
  const at = await newIntegration()
  const removing = await pool().connect()
  await removing.query("begin")
  await removing.query(endLiveRun, [at.integrationId])
  await removing.query("update integrations set deleted_at = now() where id = $1", [at.integrationId])
  await removing.query(endLiveRun, [at.integrationId])
  const asked = queue(at).then(
    () => "queued",
    (error: Error) => error.message,
  )
  await new Promise((resolve) => setTimeout(resolve, 200))
  await removing.query("commit")
  removing.release()
  expect(await asked).toContain("The integration was removed")
  const { rows } = await pool().query("select id from sync_logs where integration_id = $1", [
    at.integrationId,
  ])
  expect(rows).toEqual([])
})

test("S4-RATE another attempt of a run comes in its account's turn, and a person's before all", async () => {
  const [first] = [await newIntegration()]
  const at = { accountId: first.accountId, trigger: "scheduled", mode: "sync", triggeredById: null } as const
  const ids: string[] = []
  for (let n = 0; n < 3; n++) {
    const { rows } = await pool().query<{ id: string }>(
      "insert into integrations (account_id, provider, name) values ($1, 'addigy', $2) returning id",
      [at.accountId, `Addigy ${n}`],
    )
    const run = { ...at, integrationId: rows[0]?.id ?? "", priority: n + 1 }
    ids.push((await inTransaction((client) => queueRun(client, run))).id)
  }
  ids.push((await queue(first)).id)
  const priorities = await Promise.all(ids.map((id) => priorityOf(pool(), id)))
  expect(priorities).toEqual([1, 2, 3, -10])
})
