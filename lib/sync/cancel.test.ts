import { randomUUID } from "node:crypto"
import type { Pool } from "pg"
import { expect, test } from "vitest"
import { beginInTurn } from "@/lib/db/begin-in-turn"
import { pool } from "@/lib/db/client"
import { ProviderError } from "@/lib/domain/provider-error"
import { testDatabase } from "@/lib/tooling/test-database"
import {
  newIntegration,
  newRun,
  newRunWith,
  parts,
  readDevices,
  readRun,
  record,
  scriptedSession,
  sync,
} from "./engine.test-support"
import type { Publisher } from "./publisher"
import { recoverRuns } from "./recovery/recover-runs"
import type { Run } from "./run"
import { runSync } from "./run-sync"
import { claim, release } from "./store"
import { postpone } from "./waiting/store"

testDatabase()

const still = new AbortController().signal
const askToCancel = (id: string) =>
  pool().query("update sync_logs set cancel_requested_at = now() where id = $1", [id])

test.each(["a plan", "a read"])(
  "N-PLAN a run cancelled while it waits to apply %s applies nothing",
  async (what) => {
    const at = await newIntegration()
    await sync(at, { records: [record(0)] })
    const changed = { records: [record(0, { name: "Planned" }), record(1)] }
    const planId = await newRunWith(at, "preview", {})
    await runSync(parts(changed), planId, still)
    const id = what === "a plan" ? await newRunWith(at, "sync", { applies: planId }) : await newRun(at)
    const other = await pool().connect()
    await beginInTurn(other, at.accountId)
    const run = runSync(parts(changed), id, still)
    await expect.poll(() => countWaiting()).toBe(1)
    await askToCancel(id)
    await other.query("commit")
    other.release()
    expect(await run).toBe("CANCELLED")
    expect(await readRun(id)).toMatchObject({ status: "CANCELLED", error_code: null })
    expect((await readDevices(at.accountId)).map(({ name }) => name)).toEqual(["Mac 0"])
  },
)

test.each(["read to its end", "kept before"])(
  "S1-GUARD a list that was %s is not published once its run is cancelled",
  async (how) => {
    const at = await newIntegration()
    const id =
      how === "kept before" ? await newRunWith(at, "sync", { applies: randomUUID() }) : await newRun(at)
    const published: string[] = []
    const refuse = (verb: string) => () => {
      published.push(verb)
      return Promise.reject(new Error("It was published."))
    }
    const publisher: Publisher = { publish: refuse("read"), publishKept: refuse("kept") }
    const openSession = async () => {
      await askToCancel(id)
      return scriptedSession({ records: [record(0)] })
    }
    const over = { streams: () => ["list" as const], publisher, openSession }
    expect(await runSync(parts({ records: [] }, over), id, still)).toBe("CANCELLED")
    expect(published).toEqual([])
  },
)

test.each([
  ["given back", release],
  [
    "put off",
    (db: Pool, run: Run) =>
      postpone(db, run, { retries: 1, waiting: { for: "retry", until: "2030-01-01T00:00:00Z" } }),
  ],
] as const)("S4-RETRY a run that was asked to end a moment before is not %s", async (_, act) => {
  const id = await newRun(await newIntegration())
  const run = await claim(pool(), { syncLogId: id, workerId: "worker", deadAfterSeconds: 45 })
  if (run === null) throw new Error("The run could not be claimed.")
  await askToCancel(id)
  expect(await act(pool(), run)).toBe(false)
  expect(await readRun(id)).toMatchObject({ status: "RUNNING" })
})

const down = new ProviderError({ code: "unreachable", message: "The provider failed (503)." })

test.each(["is about to be tried again", "fails for good", "is given back by its worker"])(
  "S4-RETRY a run that %s and was asked to end is CANCELLED, not queued again",
  async (how) => {
    const at = await newIntegration()
    const id = await newRun(at)
    if (how !== "fails for good")
      await pool().query("update sync_logs set trigger = 'scheduled' where id = $1", [id])
    const worker = new AbortController()
    const queued: string[] = []
    const beforePage = async () => {
      await askToCancel(id)
      if (how === "is given back by its worker") worker.abort()
      throw down
    }
    const over = { requeue: async (run: string) => void queued.push(run) }
    expect(await runSync(parts({ records: [], beforePage }, over), id, worker.signal)).toBe("CANCELLED")
    expect(await readRun(id)).toMatchObject({ status: "CANCELLED", error_code: null })
    expect(queued).toEqual([])
  },
)

test("S4-RECOVER a run whose worker died and that was asked to end is CANCELLED, not queued again", async () => {
  const id = await newRun(await newIntegration())
  await pool().query(
    "update sync_logs set status = 'RUNNING', attempt = 1, heartbeat_at = now() - interval '1 minute' where id = $1",
    [id],
  )
  await askToCancel(id)
  const { requeued, givenUp } = await recoverRuns(pool(), async () => {}, { deadAfterSeconds: 45 })
  expect([requeued, givenUp]).toEqual([[], []])
  const run = await readRun(id)
  expect(run).toMatchObject({ status: "CANCELLED", heartbeat_at: null })
  expect(run.completed_at).not.toBeNull()
})

/** How many wait for an account that somebody else is writing. */
async function countWaiting(): Promise<number> {
  const { rows } = await pool().query<{ waiting: number }>(
    "select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted",
  )
  return rows[0]?.waiting ?? 0
}
