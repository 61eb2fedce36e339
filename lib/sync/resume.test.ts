import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { ProviderError } from "@/lib/domain/provider-error"
import { testDatabase } from "@/lib/tooling/test-database"
import {
  newIntegration,
  newRun,
  parts,
  readDevices,
  readRun,
  record,
  type Script,
  scriptedSession,
  sync,
} from "./engine.test-support"
import { recoverRuns } from "./recovery/recover-runs"
import { runSync } from "./run-sync"

testDatabase()

const fleet = (count: number) => Array.from({ length: count }, (_, n) => record(n))
const untold = new AbortController().signal

/** Leaves the run as a worker does that dies between apply and finish. */
async function dieBeforeFinish(id: string, script: Script) {
  const dying = parts(script, { announce: () => Promise.reject(new Error("the worker dies here")) })
  await expect(runSync(dying, id, untold)).rejects.toThrow("the worker dies here")
  await pool().query("update sync_logs set heartbeat_at = now() - interval '1 hour' where id = $1", [id])
}

test("S4-RECOVER a run whose worker died after the read goes on with the plan, and asks the provider for nothing", async () => {
  const at = await newIntegration()
  const id = await newRun(at)
  const stop = new AbortController()
  const session = scriptedSession({ records: fleet(250) })
  const read: typeof session.read = async function* (stream, cursor) {
    yield* session.read(stream, cursor)
    await sleep(200) // until the last page has been taken
    stop.abort()
  }
  await runSync(parts({ records: [] }, { openSession: async () => ({ ...session, read }) }), id, stop.signal)
  expect(await readRun(id)).toMatchObject({ status: "PENDING" })
  const asked: number[] = []
  await runSync(parts({ records: [], beforePage: async (page) => void asked.push(page) }), id, untold)
  expect(asked).toEqual([])
  expect(await readRun(id)).toMatchObject({
    status: "SUCCESS",
    counts: { created: 250, unchanged: 0 },
    receipt: { devices: { pages: 3, received: 250, duplicates: 0 } },
  })
})

test("S4-RECOVER a read that has no place to go on from starts over, and counts nothing twice", async () => {
  const at = await newIntegration()
  const id = await newRun(at)
  const records = fleet(5000)
  const session = (stop?: AbortController) => {
    const whole = scriptedSession({ records })
    const read: typeof whole.read = async function* (stream) {
      let seen = 0
      for await (const page of whole.read(stream, null)) {
        seen += 1
        if (seen === 31) stop?.abort()
        yield { ...page, skipped: 2, cursor: null }
      }
    }
    return async () => ({ ...whole, read })
  }
  const stop = new AbortController()
  await runSync(parts({ records: [] }, { openSession: session(stop) }), id, stop.signal)
  const given = await readRun(id)
  expect(given).toMatchObject({
    status: "PENDING",
    checkpoint: { devices: { cursor: null, complete: false } },
  })
  expect(given.checkpoint.devices.records).toBeGreaterThan(0)
  await runSync(parts({ records: [] }, { openSession: session() }), id, untold)
  expect(await readRun(id)).toMatchObject({
    status: "SUCCESS",
    counts: { created: 5000 },
    receipt: { devices: { pages: 50, records: 5000, duplicates: 0, skipped: 100 } },
  })
})

test("S4-RECOVER a run whose worker died after the apply ends with the counts of what it did", async () => {
  const at = await newIntegration()
  await sync(at, { records: fleet(20) })
  const id = await newRun(at)
  const script = { records: [...fleet(19), record("new")] }
  await dieBeforeFinish(id, script)
  const before = await readRun(id)
  await runSync(parts({ records: [] }), id, untold)
  const after = await readRun(id)
  expect(after).toMatchObject({ status: "SUCCESS", attempt: 2, counts: { created: 1, unchanged: 19 } })
  expect(after.receipt).toEqual(before.receipt)
  const { rows } = await pool().query(
    "select message from sync_log_lines where sync_log_id = $1 and level = 'info'",
    [id],
  )
  expect(rows).toHaveLength(1)
})

test("S4-RECOVER a crash of the database that empties the stage after the apply makes nobody missing", async () => {
  const at = await newIntegration()
  await sync(at, { records: fleet(20) })
  const id = await newRun(at)
  await dieBeforeFinish(id, { records: fleet(20) })
  await pool().query("truncate sync_records")
  await runSync(parts({ records: fleet(20) }), id, untold)
  expect(await readRun(id)).toMatchObject({
    status: "SUCCESS",
    counts: { unchanged: 20, removed: 0, held: 0 },
  })
  const { rows } = await pool().query(
    "select count(*)::int as missing from device_records where integration_id = $1 and missing_since is not null",
    [at.integrationId],
  )
  expect(rows).toEqual([{ missing: 0 }])
})

/** Of a read of five pages that are written two by two: takes the stage away as a crash of the database does, so many times. */
function losingTheStage(times: number) {
  let losses = 0
  return async (page: number) => {
    if (page < 4 || losses >= times) return
    losses += 1
    await expect.poll(async () => (await pool().query("select from sync_records limit 1")).rowCount).toBe(1)
    await pool().query("truncate sync_records")
  }
}

test("S4-RECOVER a read goes on over a crash of the database that emptied its stage, but what it plans from is read anew", async () => {
  const at = await newIntegration()
  await sync(at, { records: fleet(5000) })
  const beforePage = losingTheStage(1)
  const run = await sync(at, { records: fleet(5000), pageSize: 1000, beforePage })
  expect(run).toMatchObject({ status: "SUCCESS", counts: { unchanged: 5000, removed: 0 } })
  expect(run.receipt.devices).toMatchObject({ pages: 5, records: 5000 })
  const { rows } = await pool().query(
    "select count(*)::int as missing from device_records where integration_id = $1 and missing_since is not null",
    [at.integrationId],
  )
  expect(rows).toEqual([{ missing: 0 }])
})

test("S4-RECOVER a run whose stage is lost again and again fails and changes nothing", async () => {
  const at = await newIntegration()
  const beforePage = losingTheStage(Number.POSITIVE_INFINITY)
  const run = await sync(at, { records: fleet(5000), pageSize: 1000, beforePage })
  expect(run).toMatchObject({
    status: "FAILED",
    error_message: expect.stringContaining("restarted again and again"),
  })
  expect(await readDevices(at.accountId)).toEqual([])
})

test("S4-RECOVER a run that loses its connection at the very end is not called failed, and the next attempt ends it", async () => {
  const at = await newIntegration()
  const id = await newRun(at)
  const cut = parts(
    { records: fleet(20) },
    { announce: async (db) => void (await db.query("select pg_terminate_backend(pg_backend_pid())", [])) },
  )
  await expect(runSync(cut, id, untold)).rejects.toThrow("terminating connection")
  expect(await readRun(id)).toMatchObject({ status: "RUNNING", error_code: null })
  await pool().query("update sync_logs set heartbeat_at = now() - interval '1 hour' where id = $1", [id])
  const { requeued } = await recoverRuns(pool(), async () => {}, { deadAfterSeconds: 45 })
  expect(requeued).toContain(id)
  await runSync(parts({ records: [] }), id, untold)
  expect(await readRun(id)).toMatchObject({ status: "SUCCESS", attempt: 2, counts: { created: 20 } })
})

test("S4-RECOVER a plan that was applied before its worker died is not refused as moved", async () => {
  const at = await newIntegration()
  await sync(at, { records: [record(1)] })
  const planId = await newRun(at)
  await pool().query("update sync_logs set mode = 'preview' where id = $1", [planId])
  await runSync(parts({ records: [record(1, { name: "Renamed" }), record(2)] }), planId, untold)
  const id = await newRun(at)
  await pool().query("update sync_logs set context = $2 where id = $1", [id, { applies: planId }])
  await dieBeforeFinish(id, { records: [] })
  await runSync(parts({ records: [] }), id, untold)
  expect(await readRun(id)).toMatchObject({ status: "SUCCESS", counts: { created: 1, updated: 1 } })
  expect((await readDevices(at.accountId)).map(({ name }) => name)).toEqual(["Renamed", "Mac 2"])
})

test.each(["cancelled", "given up"])("S4-RECOVER the stage of a run that was %s is swept", async (how) => {
  const at = await newIntegration()
  const id = await newRun(at)
  const stop = new AbortController()
  const beforePage = async (page: number) => {
    if (page === 30) stop.abort()
  }
  await runSync(parts({ records: fleet(5000), beforePage }), id, stop.signal)
  const staged = async () =>
    (await pool().query("select from sync_records where sync_log_id = $1", [id])).rowCount
  expect(await staged()).toBeGreaterThan(0)
  await recoverRuns(pool(), async () => {}, { deadAfterSeconds: 45 })
  expect(await staged()).toBeGreaterThan(0)
  const ending = how === "cancelled" ? "CANCELLED" : "FAILED"
  await pool().query("update sync_logs set status = $2::sync_status where id = $1", [id, ending])
  await recoverRuns(pool(), async () => {}, { deadAfterSeconds: 45 })
  expect(await staged()).toBe(0)
})

test.each(["failed for good", "is held by a dead worker", "was lost"])(
  "S4-RECOVER a waiting run whose job %s is queued again",
  async (what) => {
    const id = await newRun(await newIntegration())
    await pool().query("update sync_logs set created_at = now() - interval '1 minute' where id = $1", [id])
    if (what !== "was lost") {
      await pool().query(
        `select graphile_worker.add_job('sync', json_build_object('syncLogId', $1::text), job_key => 'sync:' || $1, max_attempts => 1)`,
        [id],
      )
    }
    if (what === "failed for good")
      await pool().query("update graphile_worker._private_jobs set attempts = 1 where key = $1", [
        `sync:${id}`,
      ])
    if (what === "is held by a dead worker")
      await pool().query(
        "update graphile_worker._private_jobs set attempts = 1, locked_at = now(), locked_by = 'dead' where key = $1",
        [`sync:${id}`],
      )
    const { requeued } = await recoverRuns(pool(), async () => {}, { deadAfterSeconds: 45 })
    expect(requeued).toContain(id)
  },
)

test("S4-RECOVER a worker that was only slow forgets nothing of what its successor has read", async () => {
  const at = await newIntegration()
  const id = await newRun(at)
  const refused = new ProviderError({ code: "not_found", message: "The cursor is not known." })
  const stop = new AbortController()
  const beforePage = async (page: number) => {
    if (page === 30) stop.abort()
  }
  await runSync(parts({ records: fleet(5000), beforePage }), id, stop.signal)
  const staged = async () =>
    (await pool().query("select from sync_records where sync_log_id = $1", [id])).rowCount
  const before = await staged()
  expect(before).toBeGreaterThan(0)
  const overtaken = async () => {
    await pool().query("update sync_logs set attempt = attempt + 1 where id = $1", [id])
    throw refused
  }
  expect(await runSync(parts({ records: fleet(5000), beforePage: overtaken }), id, untold)).toBeNull()
  expect(await staged()).toBe(before)
})

test("S0-ERROR a run that failed after a stream was applied does not say that nothing was done", async () => {
  const at = await newIntegration()
  const streams = () => ["device-models" as const, "devices" as const]
  const broken = async () => {
    throw new Error("a bug.")
  }
  const script = { records: fleet(1), beforePage: broken }
  const none = await sync(at, script)
  expect(none.error_message).toContain("a bug. Nothing was removed.")
  const some = await sync(at, { ...script, streams: { "device-models": { records: [] } } }, { streams })
  expect(some.error_message).toContain("a bug. What it read of device-models was applied before, and stands.")
})
