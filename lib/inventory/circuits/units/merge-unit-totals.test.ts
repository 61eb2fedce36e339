import { beforeEach, describe, expect, it } from "vitest"
import { listAggregates } from "@/lib/inventory/circuits/circuit-history"
import {
  circuit,
  circuitBench,
  circuitsOf,
  rowsOf,
  syncCircuits,
  syncUnits,
  units,
} from "@/lib/inventory/circuits/circuits.test-support"
import { getCircuit } from "@/lib/inventory/circuits/get-circuit"
import { updateCircuit } from "@/lib/inventory/circuits/update-circuit"
import { newRunWith, parts, readRun, type Script } from "@/lib/sync/engine.test-support"
import { runSync } from "@/lib/sync/run-sync"
import { testDatabase } from "@/lib/tooling/test-database"

testDatabase()
let at: Awaited<ReturnType<typeof circuitBench>>
beforeEach(async () => {
  at = await circuitBench()
  await syncCircuits(at, { records: [circuit(1), circuit(2, { workOrder: "2026-1001", extension: "A" })] })
})

const idOf = async (extension: string) =>
  (await circuitsOf(at)).find((one) => one.extension === extension)?.id ?? ""
const rows = async (extension = "@") => listAggregates(at.admin, await idOf(extension))
/** As if the row had been written on an earlier day. */
const age = (days: number) =>
  rowsOf("update circuit_aggregates set aggregate_date = aggregate_date - $2::int where account_id = $1", [
    at.accountId,
    days,
  ])

/** As if the run that is live had asked for the units of every circuit. */
const claimAll = async () => {
  await rowsOf(
    `update circuits set units_run_id = (select id from sync_logs where integration_id = $1 and status = 'RUNNING')
      where integration_id = $1`,
    [at.integrationId],
  )
}

describe("S2-AGG sums of planned units", () => {
  it("computes aggregates of the circuit that the work order and extension name", async () => {
    const run = await syncUnits(at, { records: [units(1)] })
    expect(run.counts).toMatchObject({ created: 1 })
    expect(await rows()).toMatchObject([
      {
        totalUnits: 100,
        totalLinearFt: 5000,
        totalAcres: 2.5,
        totalTrees: 20,
        totalMiles: 10,
        milesPlanned: 4,
        milesRemaining: 6,
        unitCountsByType: { SPM: 80, HCB: 20 },
      },
    ])
  })

  it("leaves a part without rows unknown, which is not zero", async () => {
    await syncUnits(at, { records: [units(1)] })
    expect(await rows("A")).toEqual([])
    expect((await circuitsOf(at)).find(({ extension }) => extension === "A")?.units).toBeNull()
  })

  it("tracks permission counts, those outside the three counters too", async () => {
    await syncUnits(at, { records: [units(1)] })
    expect((await rows())[0]).toMatchObject({
      unitsApproved: 50,
      unitsRefused: 10,
      unitsPending: 30,
      permissionCounts: { Approved: 50, Refused: 10, Pending: 30, Deferred: 10 },
    })
  })

  it.each([
    ["nothing moved", {}, 1],
    ["a total moved by one per cent", { totalUnits: 101 }, 1],
    ["a total moved by more", { totalUnits: 102 }, 2],
    ["a zero became something", { totalTrees: 0 }, 2],
    ["the types moved", { unitCountsByType: { SPM: 79, HCB: 21 } }, 2],
    ["the planners moved", { plannerDistribution: {} }, 2],
    [
      "permissions moved outside the three counters",
      { permissionCounts: { Approved: 50, Refused: 10, Pending: 30, "No Contact": 10 } },
      2,
    ],
    ["the unit table came to know a type", { unknownTypes: ["ZZOLD"] }, 2],
    ["the unknown types came in another order", { unknownTypes: ["ZZOLD", "ZZNEW"] }, 1],
  ])("keeps a new row only when something moved: %s", async (_what, change, expected) => {
    await syncUnits(at, { records: [units(1, { unknownTypes: ["ZZNEW", "ZZOLD"] })] })
    await age(1)
    await syncUnits(at, { records: [units(1, { unknownTypes: ["ZZNEW", "ZZOLD"], ...change })] })
    expect(await rows()).toHaveLength(expected)
  })

  it("minds the threshold of the integration", async () => {
    await rowsOf("update integrations set settings = '{\"changeThreshold\": 20}' where id = $1", [
      at.integrationId,
    ])
    await syncUnits(at, { records: [units(1)] })
    await age(1)
    await syncUnits(at, { records: [units(1, { totalUnits: 115 })] })
    expect(await rows()).toHaveLength(1)
  })

  it("updates the aggregates table within a day in place", async () => {
    await syncUnits(at, { records: [units(1)] })
    await syncUnits(at, { records: [units(1, { totalUnits: 150 })] })
    expect(await rows()).toMatchObject([{ totalUnits: 150 }])
  })

  it("says which sums belong to no circuit", async () => {
    const run = await syncUnits(at, { records: [units(1), units(7)] })
    expect(run.counts).toMatchObject({ created: 1 })
    const lines = await rowsOf(
      "select message from sync_log_lines where sync_log_id = $1 and level = 'warn'",
      [run.id],
    )
    expect(lines.map(({ message }) => message).join()).toContain("2026-1007/@ belong to no circuit")
  })

  it("warns of unit types that the unit table lacks, and ends as a success", async () => {
    const unknownTypes = ["ZZNEW"]
    const run = await syncUnits(at, { records: [units(1, { unknownTypes })] })
    expect(run.status).toBe("SUCCESS")
    const lines = await rowsOf(
      "select message from sync_log_lines where sync_log_id = $1 and level = 'warn'",
      [run.id],
    )
    expect(lines).toEqual([{ message: expect.stringMatching(/^Unit type ZZNEW is not in the unit table/) }])
  })

  it("S2-LOG leaves a circuit whose work order could not be read unasked", async () => {
    const asked = () =>
      rowsOf("select units_asked_at is not null as asked from circuits where account_id = $1", [at.accountId])
    await rowsOf(
      "update circuit_ui_states set workflow_stage = 'pending_permissions' where account_id = $1",
      [at.accountId],
    )
    const unread = { reason: "invalid", path: null, message: "Broken.", sample: {} } as const
    await syncUnits(at, {
      records: [],
      rejects: [{ ...unread, externalId: "2026-1001" }],
      beforePage: claimAll,
    })
    expect(await asked()).toEqual([{ asked: false }, { asked: false }])
    const unsettled = await getCircuit(at.admin, await idOf("@"))
    expect(unsettled).toMatchObject({ unitsFailedRunId: expect.any(String), unitsWanted: false })
    await syncUnits(at, { records: [], beforePage: claimAll })
    expect(await asked()).toEqual([{ asked: true }, { asked: true }])
    expect((await getCircuit(at.admin, await idOf("@"))).unitsFailedRunId).toBeNull()
  })

  it("S2-LOG tells only the part as unread whose sums were rejected, not those beside it", async () => {
    const sums = { reason: "invalid", path: "totalAcres", message: "Too large.", sample: {} } as const
    const run = await syncUnits(at, {
      records: [units(1)],
      rejects: [{ ...sums, externalId: "2026-1001/A" }],
      beforePage: claimAll,
    })
    expect(run.counts).toMatchObject({ created: 1, rejected: 1 })
    const told = async (extension: string) => {
      const { unitsAskedAt, unitsFailedRunId } = await getCircuit(at.admin, await idOf(extension))
      return [unitsAskedAt !== null, unitsFailedRunId]
    }
    expect(await told("@")).toEqual([true, null])
    expect(await told("A")).toEqual([false, run.id])
  })

  it("S2-LOG tells a part without sums as unread where a row of its work order was rejected, and not one with sums", async () => {
    const row = { reason: "invalid", path: null, message: "A short row.", sample: {} } as const
    const run = await syncUnits(at, {
      records: [units(1)],
      rejects: [
        { ...row, externalId: "2026-1001" },
        { ...row, externalId: null },
      ],
      beforePage: claimAll,
    })
    const told = async (extension: string) => {
      const { unitsAskedAt, unitsFailedRunId } = await getCircuit(at.admin, await idOf(extension))
      return [unitsAskedAt !== null, unitsFailedRunId]
    }
    expect(await told("@")).toEqual([true, null])
    expect(await told("A")).toEqual([false, run.id])
  })

  it("N-PLAN keeps apart what an applied plan did to aggregates, in a receipt that proves nothing", async () => {
    const streams = () => ["planned-units" as const]
    const runWith = async (mode: string, context: object, script: Script) => {
      const id = await newRunWith(at, mode, context)
      await runSync(parts(script, { streams }), id, new AbortController().signal)
      return readRun(id)
    }
    await syncUnits(at, { records: [units(1)] })
    const sums = [units(1, { totalUnits: 150 }), units(1, {}, "A")]
    const plan = await runWith("preview", {}, { records: sums })
    const applied = await runWith("sync", { applies: plan.id }, { records: [] })
    expect(applied).toMatchObject({ status: "SUCCESS", counts: { created: 1, updated: 1 } })
    expect(applied.receipt["planned-units"]).toMatchObject({
      complete: false,
      scope: "kept plan",
      created: 1,
      updated: 1,
      unchanged: 0,
    })
  })

  it("takes miles that no column holds the difference of", async () => {
    await updateCircuit(at.admin, await idOf("@"), { fields: { totalMiles: 9e7, milesPlanned: -9e7 } })
    expect(await syncUnits(at, { records: [units(1)] })).toMatchObject({ status: "SUCCESS" })
    expect(await rows()).toMatchObject([{ totalMiles: 9e7, milesRemaining: null }])
  })

  it("S2-EVENTS tells PlannedUnitsSynced of each circuit whose sums moved", async () => {
    await syncUnits(at, { records: [units(1)] })
    await syncUnits(at, { records: [units(1)] })
    expect(
      await rowsOf(
        "select subject_id, data->'totalUnits' as units from events where kind = 'planned_units.synced' and account_id = $1",
        [at.accountId],
      ),
    ).toEqual([{ subject_id: await idOf("@"), units: 100 }])
  })
})
