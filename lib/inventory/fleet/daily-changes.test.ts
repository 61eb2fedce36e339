import { expect, test } from "vitest"
import { newIntegration, record, sync } from "@/lib/sync/engine.test-support"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { listDailyChanges } from "./daily-changes"

testDatabase()

const fleet = (count: number) => Array.from({ length: count }, (_, n) => record(n))

test("N-HISTORY what syncs changed is counted by day, days without a change too, and of one's own account alone", async () => {
  const tenant = await makeTenant()
  const at = await newIntegration(tenant.accountId)
  await sync(at, { records: fleet(3) })
  await sync(at, { records: fleet(5) })
  const other = await makeTenant()
  await sync(await newIntegration(other.accountId), { records: fleet(7) })
  const now = new Date()
  const days = await listDailyChanges(tenant.viewer, 14, now)
  expect(days).toHaveLength(14)
  expect(days.at(-1)).toEqual({ day: now.toISOString().slice(0, 10), created: 5, updated: 0, removed: 0 })
  expect(days.slice(0, 13).every(({ created }) => created === 0)).toBe(true)
  expect(await listDailyChanges(tenant.viewer, 14, new Date(now.getTime() - 3 * 86_400_000))).toMatchObject(
    Array.from({ length: 14 }, () => ({ created: 0 })),
  )
})
