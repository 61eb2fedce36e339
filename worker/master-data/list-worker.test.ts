import { setTimeout as sleep } from "node:timers/promises"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { parseEnv } from "@/lib/env"
import { log } from "@/lib/log"
import { listCache } from "@/lib/master-data/cache/list-cache"
import { registry } from "@/lib/providers/registry"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { startWorker } from "@/lib/tooling/test-worker"
import { listServices, makeList, runList, type TestList, versionsOf } from "./list-run.test-support"
import { openListScheduler } from "./list-scheduler"

const url = testDatabase()
const { source, s3 } = listServices(100)

let list: TestList
beforeEach(async () => {
  source().control({ reset: true })
  list = await makeList({ source: source(), s3: s3() })
})
afterEach(() => listCache().close())

const begin = async () =>
  (await callApi("/api/ineligible-items/sync", { method: "POST", token: list.tenant.tokens.member })).json
    .job_id
const ended = async (id: string) => {
  const { rows } = await pool().query("select status, error_message from sync_logs where id = $1", [id])
  return rows[0]
}

describe("S1-SYNC in a worker of its own", () => {
  test("S1-SYNC a reader in another process sees the new list within a second", async () => {
    await runList(list)
    expect((await listCache().read(list.integrationId, registry))?.items).toHaveLength(100)
    source().control({ count: 90 })
    const worker = await startWorker(url())
    const id = await begin()
    await expect.poll(async () => (await ended(id)).status, { timeout: 60_000 }).toBe("SUCCESS")
    const from = Date.now()
    await expect
      .poll(async () => (await listCache().read(list.integrationId, registry))?.items.length)
      .toBe(90)
    expect(Date.now() - from).toBeLessThan(1000)
    expect(await listCache().read(list.integrationId, registry)).toMatchObject({ source: "delivery" })
    expect(await worker.said("Successfully completed MDM to S3 synchronization")).toMatchObject({ runId: id })
    worker.kill("SIGTERM")
    await worker.exited
  })

  test("S1-SYNC it runs on the hour by itself, and says that it was the schedule", async () => {
    await pool().query("update integrations set next_sync_at = now() where id = $1", [list.integrationId])
    const worker = await startWorker(url())
    await worker.said("Scheduled MDM to S3 synchronization triggered")
    await worker.said("Successfully completed MDM to S3 synchronization")
    const { rows } = await pool().query("select next_sync_at as next from integrations where id = $1", [
      list.integrationId,
    ])
    expect(rows[0].next.toISOString()).toMatch(/:00:00\.000Z$/)
    worker.kill("SIGTERM")
    await worker.exited
  })

  test("S1-FLAG MDM_INTEGRATION_ENABLED=false: skipped, S3 untouched, and told with every field", async () => {
    const worker = await startWorker(url(), { MDM_INTEGRATION_ENABLED: "false" })
    await worker.said("MDM to S3 synchronization is disabled, skipping scheduler setup")
    const id = await begin()
    expect(await worker.said("MDM synchronization skipped - MDM integration is disabled")).toMatchObject({
      level: "info",
      success: false,
      skipped: true,
      reason: "MDM integration is disabled",
      timestamp: expect.any(String),
      duration: expect.any(Number),
    })
    await expect.poll(async () => (await ended(id)).status).toBe("CANCELLED")
    expect((await ended(id)).error_message).toContain("MDM_INTEGRATION_ENABLED=true")
    expect(await s3().read(list.key)).toBeNull()
    expect(await versionsOf(list)).toEqual([])
    worker.kill("SIGTERM")
    await worker.exited
  })

  test("S1-FLAG INELIGIBLE_ITEMS_SYNC_ENABLED=false: nothing by schedule, all by hand", async () => {
    await pool().query("update integrations set next_sync_at = now() where id = $1", [list.integrationId])
    const worker = await startWorker(url(), { INELIGIBLE_ITEMS_SYNC_ENABLED: "false" })
    await worker.said("MDM to S3 synchronization is disabled, skipping scheduler setup")
    await worker.said("worker takes jobs")
    await sleep(2500)
    expect(await versionsOf(list)).toEqual([])
    const id = await begin()
    await expect.poll(async () => (await ended(id)).status, { timeout: 60_000 }).toBe("SUCCESS")
    worker.kill("SIGTERM")
    await worker.exited
  })

  test("S1-SCHEDULER a bad cron expression of the environment leaves the worker running, with syncs by hand", async () => {
    const worker = await startWorker(url(), { INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE: "61 * * * *" })
    expect(await worker.said("Invalid cron schedule: 61 * * * *")).toMatchObject({ level: "error" })
    await worker.said("Failed to start MDM to S3 sync scheduler - manual sync will still be available")
    const id = await begin()
    await expect.poll(async () => (await ended(id)).status, { timeout: 60_000 }).toBe("SUCCESS")
    worker.kill("SIGTERM")
    await worker.exited
  })
})

describe("S1-SCHEDULER the worker's own switch", () => {
  const env = (over: Record<string, string> = {}) => parseEnv({ ...process.env, ...over })

  test("S1-SCHEDULER it starts once, stops, and says so", () => {
    const scheduler = openListScheduler({ log, env: env() })
    scheduler.start()
    scheduler.start()
    expect(scheduler.isRunning()).toBe(true)
    scheduler.stop()
    expect(scheduler.isRunning()).toBe(false)
  })

  test("S1-SCHEDULER a bad cron expression is thrown in words", () => {
    const scheduler = openListScheduler({ log, env: env({ INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE: "often" }) })
    expect(() => scheduler.start()).toThrow("Invalid cron schedule: often")
    expect(scheduler.isRunning()).toBe(false)
  })

  test("S1-FLAG a switch that is neither true nor false is refused at the start", () => {
    expect(() => env({ MDM_INTEGRATION_ENABLED: "perhaps" })).toThrow(
      "MDM_INTEGRATION_ENABLED: Give true or false.",
    )
  })
})
