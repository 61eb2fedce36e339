import { beforeAll, expect, test } from "vitest"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"

testDatabase()

let token: string
beforeAll(async () => {
  token = (await makeTenant()).tokens.viewer
})
const preview = (query: Record<string, string>) =>
  callApi(`/api/schedule/preview?${new URLSearchParams(query)}`, { token })

test("S4-INTERVALS a cron expression is told in words, with its next five runs", async () => {
  const { json } = await preview({ cron: "30 4 * * 1-5", timeZone: "America/New_York" })
  expect(json.words).toBe("At 04:30, Monday through Friday, America/New_York")
  expect(json.nextRuns).toHaveLength(5)
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "America/New_York", timeStyle: "short" })
  for (const run of json.nextRuns) expect(clock.format(new Date(run))).toBe("04:30")
})

test("S4-INTERVALS an interval, and manual only", async () => {
  expect((await preview({ syncInterval: "900" })).json).toMatchObject({
    words: "Every 15 minutes",
    nextRuns: expect.arrayContaining([expect.any(String)]),
  })
  expect((await preview({})).json).toEqual({ words: "Manual only", nextRuns: [] })
})

test.each([
  [{ cron: "61 * * * *" }, "cron"],
  [{ cron: "* * * *" }, "cron"],
  [{ cron: "0 0 31 2 *" }, "cron"],
  [{ cron: "0 4 * * *", timeZone: "Nowhere/Land" }, "timeZone"],
  [{ syncInterval: "17" }, "syncInterval"],
  [{ syncInterval: "soon" }, "syncInterval"],
  [{ syncInterval: "300", cron: "0 4 * * *" }, "cron"],
])("S4-INTERVALS %j is refused with the remedy", async (query, field) => {
  const refused = await preview(query)
  expect(refused.status).toBe(422)
  expect(Object.keys(refused.json.errors)).toEqual([field])
})
