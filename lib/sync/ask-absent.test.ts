import { describe, expect, test } from "vitest"
import { testDatabase } from "@/lib/tooling/test-database"
import { newIntegration, readDevices, record, sync } from "./engine.test-support"

testDatabase()

const fleet = (size: number) => Array.from({ length: size }, (_, n) => record(n + 1))
const active = async (accountId: string) =>
  (await readDevices(accountId)).filter(({ status }) => status === "active").length

describe("S3-REMOVE a list that lacks what the provider has", () => {
  test("S3-REMOVE proves nothing, however often it comes, and the receipt names one of them", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(20) })
    for (const _ of [1, 2, 3]) {
      const { counts, receipt } = await sync(at, {
        records: fleet(17),
        gone: ["agent-18"],
        there: ["agent-19"],
      })
      expect(counts).toMatchObject({ removed: 0, held: 0 })
      expect(receipt.devices).toMatchObject({
        complete: false,
        removals: "Nothing removed: asked for agent-19, the provider has what its list lacked.",
      })
    }
    const { counts } = await sync(at, { records: fleet(17), gone: ["agent-18", "agent-19", "agent-20"] })
    expect(counts).toMatchObject({ removed: 3 })
  })

  test("S3-REMOVE is found out by some of them where more are missing than are asked about", async () => {
    const at = await newIntegration()
    const all = fleet(300)
    const ids = all.map(({ externalId }) => externalId)
    await sync(at, { records: all })
    const { counts, receipt } = await sync(at, { records: all.slice(0, 50), there: ids })
    expect(counts).toMatchObject({ removed: 0, held: 0 })
    expect(receipt.devices.removals).toMatch(/and 199 more, the provider has/)
    await sync(at, { records: all.slice(0, 50), gone: ids })
    expect(await active(at.accountId)).toBe(300)
  })
})
