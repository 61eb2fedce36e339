import { expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { ProviderError } from "@/lib/domain/provider-error"
import { testDatabase } from "@/lib/tooling/test-database"
import { newIntegration, newRun, parts, readDevices, readRun, record, sync } from "./engine.test-support"
import { runSync } from "./run-sync"

testDatabase()

const fleet = (count: number) => Array.from({ length: count }, (_, n) => record(n))

test.each([
  [0, 1],
  [1, 1],
  [99, 1],
  [100, 1],
  [101, 2],
  [200, 2],
  [1000, 10],
])("S3-PAGES %i devices in pages of a hundred are read whole, once, in %i pages", async (count, pages) => {
  const at = await newIntegration()
  const asked: number[] = []
  const script = { records: fleet(count), beforePage: async (page: number) => void asked.push(page) }
  const run = await sync(at, script)
  expect(asked).toEqual(Array.from({ length: pages }, (_, page) => page))
  expect(run).toMatchObject({
    status: "SUCCESS",
    counts: { created: count },
    receipt: { devices: { complete: true, pages, received: count, records: count, duplicates: 0 } },
  })
  expect(await readDevices(at.accountId)).toHaveLength(count)
})

test.each([
  ["between two pages", 30],
  ["before the last page", 49],
])("S3-PAGES a read that stopped %s goes on there, and every device counts once", async (_, stopAt) => {
  const at = await newIntegration()
  const id = await newRun(at)
  const stop = new AbortController()
  const beforePage = async (page: number) => {
    if (page === stopAt) stop.abort()
  }
  await runSync(parts({ records: fleet(5000), beforePage }), id, stop.signal)
  const asked: number[] = []
  const again = { records: fleet(5000), beforePage: async (page: number) => void asked.push(page) }
  await runSync(parts(again), id, new AbortController().signal)
  expect(asked[0]).toBeGreaterThan(0)
  expect(asked.at(-1)).toBe(49)
  expect(await readRun(id)).toMatchObject({
    status: "SUCCESS",
    attempt: 2,
    counts: { created: 5000 },
    receipt: { devices: { complete: true, pages: 50, received: 5000, duplicates: 0 } },
  })
  const { rows } = await pool().query("select page from sync_pages where sync_log_id = $1 order by page", [
    id,
  ])
  expect(rows.map(({ page }) => page)).toEqual(Array.from({ length: 50 }, (_, page) => page + 1))
})

test("S4-RECOVER where the provider no longer takes the cursor of an earlier attempt, the read begins anew", async () => {
  const at = await newIntegration()
  const id = await newRun(at)
  const stop = new AbortController()
  const stopAt30 = async (page: number) => {
    if (page === 30) stop.abort()
  }
  await runSync(parts({ records: fleet(5000), beforePage: stopAt30 }), id, stop.signal)
  const asked: number[] = []
  const refuseFirst = async (page: number) => {
    asked.push(page)
    if (asked.length === 1)
      throw new ProviderError({ code: "misconfigured", message: "There is no such page." })
  }
  const untold = new AbortController().signal
  await runSync(parts({ records: fleet(4000), beforePage: refuseFirst }), id, untold)
  expect(asked.slice(1)).toEqual(Array.from({ length: 40 }, (_, page) => page))
  expect(await readRun(id)).toMatchObject({
    status: "SUCCESS",
    counts: { created: 4000 },
    receipt: { devices: { complete: true, pages: 40, received: 4000, duplicates: 0 } },
  })
})

test("S4-RECOVER a read that is refused from the start fails, and is not begun for ever", async () => {
  const asked: number[] = []
  const error = new ProviderError({ code: "misconfigured", message: "There is no such page." })
  const beforePage = async (page: number) => void asked.push(page)
  const run = await sync(await newIntegration(), {
    records: fleet(10),
    failAt: { page: 0, error },
    beforePage,
  })
  expect(run).toMatchObject({ status: "FAILED", error_code: "misconfigured" })
  expect(asked).toEqual([0])
})
