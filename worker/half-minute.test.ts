import { afterEach, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { testDatabase } from "@/lib/tooling/test-database"
import { comeAgainInHalfAMinute, lookAtOnce } from "./half-minute"

testDatabase()
afterEach(() =>
  pool().query("select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null"),
)

async function queued(): Promise<Record<string, string>> {
  const { rows } = await pool().query<{ key: string; at: Date }>(
    "select key, run_at as at from graphile_worker.jobs",
  )
  return Object.fromEntries(rows.map(({ key, at }) => [key, at.toISOString()]))
}

test("S4-WORKER the look of each minute is followed by one at its half, and that one by none", async () => {
  await comeAgainInHalfAMinute(pool(), "dispatch", {
    _cron: { ts: "2099-01-01T04:00:00.000Z", backfilled: false },
  })
  expect(await queued()).toEqual({ "dispatch-half": "2099-01-01T04:00:30.000Z" })
  await comeAgainInHalfAMinute(pool(), "sweep", {})
  expect(Object.keys(await queued())).toEqual(["dispatch-half"])
})

test("S4-WORKER a worker that starts looks at once and takes no later look away", async () => {
  await comeAgainInHalfAMinute(pool(), "dispatch", { _cron: { ts: "2099-01-01T04:00:00.000Z" } })
  await lookAtOnce(pool(), "dispatch", new Date("2099-01-01T04:00:12.000Z"))
  const jobs = await queued()
  expect(jobs["dispatch-half"]).toBe("2099-01-01T04:00:30.000Z")
  expect(new Date(jobs["dispatch-start"] ?? "").getTime()).toBeLessThanOrEqual(Date.now() + 1000)
})
