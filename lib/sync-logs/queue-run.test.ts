import { expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { inTransaction } from "@/lib/db/in-transaction"
import { testDatabase } from "@/lib/tooling/test-database"
import { queueRun } from "./queue-run"

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
