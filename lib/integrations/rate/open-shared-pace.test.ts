import { expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { testDatabase } from "@/lib/tooling/test-database"
import { openSharedPace } from "./open-shared-pace"

testDatabase()

async function newIntegration(): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `with account as (insert into accounts (name) values ('Test') returning id)
     insert into integrations (account_id, provider, name) select id, 'addigy', 'Addigy' from account returning id`,
  )
  return rows[0]?.id ?? ""
}

/** A pool that counts what it is asked. */
function counting() {
  let asked = 0
  const query = (sql: string, values: unknown[]) => {
    asked += 1
    return pool().query<{ tokens: number }>(sql, values)
  }
  return { pool: { query }, asked: () => asked }
}

const still = new AbortController().signal
const rate = { perSecond: 50, burst: 50 }
const seconds = (began: number) => (performance.now() - began) / 1000

test("S4-RATE four processes that share an integration keep to its rate together", async () => {
  const integrationId = await newIntegration()
  const paces = Array.from({ length: 4 }, () => openSharedPace({ pool: pool(), integrationId, rate }))
  const began = performance.now()
  await Promise.all(
    paces.map(async (takeTurn) => {
      for (let n = 0; n < 40; n++) await takeTurn(still)
    }),
  )
  // 160 turns: 50 at once, the others at 50 a second
  expect(seconds(began)).toBeGreaterThan(2.1)
  expect(seconds(began)).toBeLessThan(4.5)
})

test("S4-RATE the database is asked once for a second's worth of requests", async () => {
  const counted = counting()
  const takeTurn = openSharedPace({ pool: counted.pool, integrationId: await newIntegration(), rate })
  for (let n = 0; n < 100; n++) await takeTurn(still)
  expect(counted.asked()).toBe(2)
})

test("S4-RATE a process that comes later finds the bucket as the one before left it", async () => {
  const integrationId = await newIntegration()
  const slow = { perSecond: 2, burst: 2 }
  const first = openSharedPace({ pool: pool(), integrationId, rate: slow })
  await first(still)
  await first(still)
  const began = performance.now()
  await openSharedPace({ pool: pool(), integrationId, rate: slow })(still)
  expect(seconds(began)).toBeGreaterThan(0.35)
})

test("S4-RATE one integration's empty bucket keeps no other waiting", async () => {
  const slow = { perSecond: 0.01, burst: 1 }
  const busy = openSharedPace({ pool: pool(), integrationId: await newIntegration(), rate: slow })
  const other = openSharedPace({ pool: pool(), integrationId: await newIntegration(), rate: slow })
  await busy(still)
  const gone = new AbortController()
  const waiting = busy(gone.signal)
  const began = performance.now()
  await other(still)
  expect(seconds(began)).toBeLessThan(1)
  gone.abort(new Error("The run was cancelled."))
  await expect(waiting).rejects.toThrow("The run was cancelled.")
})
