import { beforeEach, describe, expect, it } from "vitest"
import { pool } from "@/lib/db/client"
import { changePlanners } from "@/lib/inventory/circuits/change-planners"
import { listSnapshots } from "@/lib/inventory/circuits/circuit-history"
import {
  circuit,
  circuitBench,
  circuitsOf,
  guid,
  syncCircuits,
  syncUnits,
  units,
} from "@/lib/inventory/circuits/circuits.test-support"
import { listPlannerDays, listRegionDays } from "@/lib/inventory/circuits/list-rollups"
import { testDatabase } from "@/lib/tooling/test-database"
import { takeSnapshots } from "./take-snapshots"

testDatabase()
let at: Awaited<ReturnType<typeof circuitBench>>
beforeEach(async () => {
  at = await circuitBench()
})

const take = (now: string, timeZone?: string) =>
  takeSnapshots(pool(), {
    integrationId: at.integrationId,
    now: new Date(now),
    ...(timeZone && { timeZone }),
  })
const of = async (n: number) =>
  listSnapshots(at.admin, (await circuitsOf(at)).find(({ jobGuid }) => jobGuid === guid(n))?.id ?? "")

describe("S2-SNAPSHOT daily snapshots", () => {
  it("creates snapshots for non-closed circuits, with what is known of their units", async () => {
    await syncCircuits(at, { records: [circuit(1), circuit(2)] })
    await syncUnits(at, { records: [units(1)] })
    expect(await take("2026-03-02T10:00:00Z")).toBe(2)
    expect(await of(1)).toMatchObject([
      {
        date: "2026-03-02",
        type: "daily",
        milesPlanned: 4,
        percentComplete: 40,
        totalUnits: 100,
        unitsPending: 30,
      },
    ])
    expect(await of(2)).toMatchObject([{ totalUnits: null, unitsPending: null }])
  })

  it("skips closed circuits", async () => {
    await syncCircuits(at, { records: [circuit(1, { apiStatus: "CLOSE" }), circuit(2)] })
    expect(await take("2026-03-02T10:00:00Z")).toBe(1)
    expect(await of(1)).toEqual([])
  })

  it("keeps one a circuit and day, however often it is asked for", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    expect(await take("2026-03-02T10:00:00Z")).toBe(1)
    await syncCircuits(at, { records: [circuit(1, { percentComplete: 99 })] })
    expect(await take("2026-03-02T15:00:00Z")).toBe(0)
    expect(await of(1)).toMatchObject([{ percentComplete: 40 }])
    expect(await take("2026-03-03T10:00:00Z")).toBe(1)
  })

  it.each([
    ["2026-07-02T03:30:00Z", "2026-07-01"],
    ["2026-01-02T04:30:00Z", "2026-01-01"],
    ["2026-03-08T04:59:00Z", "2026-03-07"],
    ["2026-03-09T03:59:00Z", "2026-03-08"],
    ["2026-11-02T04:59:00Z", "2026-11-01"],
  ])("takes %s, after midnight in UTC but before it in New York, for %s", async (now, day) => {
    await syncCircuits(at, { records: [circuit(1)] })
    await take(now)
    expect(await of(1)).toMatchObject([{ date: day }])
  })

  it("adds up to rollups by region", async () => {
    await syncCircuits(at, {
      records: [circuit(1), circuit(2), circuit(3, { region: "South", milesPlanned: 1 })],
    })
    await syncUnits(at, { records: [units(1)] })
    await take(new Date().toISOString())
    expect(await listRegionDays(at.admin, { days: 2 })).toMatchObject([
      {
        region: "North",
        circuits: 2,
        milesPlanned: 8,
        percentComplete: 40,
        totalUnits: 100,
        unitsPending: 30,
      },
      { region: "South", circuits: 1, milesPlanned: 1, totalUnits: null },
    ])
  })

  it("adds up to rollups by planner, for each of several", async () => {
    await syncCircuits(at, { records: [circuit(1), circuit(2)] })
    const [first, second] = await circuitsOf(at)
    const { member, viewer } = at.tenant
    await changePlanners(member, first?.id ?? "", { add: [member.userId, viewer.userId] })
    await changePlanners(member, second?.id ?? "", { add: [member.userId] })
    await take(new Date().toISOString())
    expect(await listPlannerDays(at.admin, { days: 2 })).toMatchObject([
      { name: "The member", userId: member.userId, circuits: 2, milesPlanned: 8, totalUnits: null },
      { name: "The viewer", circuits: 1, milesPlanned: 4 },
    ])
  })

  it("goes by the schedule's zone where that is another", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    await take("2026-07-02T03:30:00Z", "Europe/Berlin")
    expect(await of(1)).toMatchObject([{ date: "2026-07-02" }])
  })
})
