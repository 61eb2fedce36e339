import { beforeEach, describe, expect, it } from "vitest"
import { prisma } from "@/lib/db/client"
import { circuitQuery } from "@/lib/domain/circuit-query"
import {
  circuit,
  circuitBench,
  circuitsOf,
  guid,
  rowsOf,
  syncCircuits,
  syncUnits,
  units,
} from "@/lib/inventory/circuits/circuits.test-support"
import { getCircuit } from "@/lib/inventory/circuits/get-circuit"
import { listCircuitFilters, listCircuits } from "@/lib/inventory/circuits/list-circuits"
import { updateCircuit } from "@/lib/inventory/circuits/update-circuit"
import { testDatabase } from "@/lib/tooling/test-database"

testDatabase()
let at: Awaited<ReturnType<typeof circuitBench>>
beforeEach(async () => {
  at = await circuitBench()
})

const idOf = async (n: number) => (await circuitsOf(at)).find(({ jobGuid }) => jobGuid === guid(n))?.id ?? ""

describe("S2-CIRCUITS a sync of circuits", () => {
  it("creates new circuits", async () => {
    const run = await syncCircuits(at, { records: [circuit(1), circuit(2)] })
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 2 } })
    expect(await circuitsOf(at)).toMatchObject([
      {
        workOrder: "2026-1001",
        title: "LINE 1",
        region: "North",
        apiStatus: "ACTIV",
        percentComplete: 40,
        units: null,
      },
      { workOrder: "2026-1002" },
    ])
  })

  it("updates by job_guid, whichever status list the circuit is on now, and keeps its identity", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    const id = await idOf(1)
    const run = await syncCircuits(at, { records: [circuit(1, { apiStatus: "QC", percentComplete: 100 })] })
    expect(run.counts).toMatchObject({ created: 0, updated: 1 })
    expect(await circuitsOf(at)).toMatchObject([{ id, apiStatus: "QC", percentComplete: 100 }])
  })

  it("writes nothing for what did not change", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    const before = await rowsOf("select xmin from circuits")
    expect((await syncCircuits(at, { records: [circuit(1)] })).counts).toMatchObject({
      unchanged: 1,
      updated: 0,
    })
    expect(await rowsOf("select xmin from circuits")).toEqual(before)
  })

  it("never removes a circuit for being absent, however often", async () => {
    await syncCircuits(at, { records: [circuit(1), circuit(2)] })
    for (let run = 0; run < 3; run++) {
      const { counts, receipt } = await syncCircuits(at, { records: [] })
      expect(counts).toMatchObject({ removed: 0, held: 0 })
      expect(receipt.circuits?.removals).toMatch(/^never: /)
    }
    expect(await circuitsOf(at)).toHaveLength(2)
  })

  it("is not a warning where one circuit is on two lists, or a row cannot be told", async () => {
    const moved = [circuit(1), circuit(1, { apiStatus: "QC" })]
    const { receipt, id } = await syncCircuits(at, {
      records: moved,
      rejects: [
        {
          externalId: null,
          reason: "no_external_id",
          path: null,
          message: "Row 3 has 4 cells, not 9.",
          sample: null,
        },
      ],
    })
    expect(receipt.circuits).toMatchObject({ duplicates: 1, removals: expect.stringMatching(/^never: /) })
    const lines = await rowsOf("select level from sync_log_lines where sync_log_id = $1 and reason is null", [
      id,
    ])
    expect(lines.filter(({ level }) => level === "warn")).toEqual([])
  })

  it("makes each region once", async () => {
    await syncCircuits(at, {
      records: [circuit(1), circuit(2), circuit(3, { region: "South" }), circuit(4, { region: null })],
    })
    expect(
      await rowsOf("select name from regions where account_id = $1 order by name", [at.accountId]),
    ).toEqual([{ name: "North" }, { name: "South" }])
  })

  it("shows split children under their whole", async () => {
    await syncCircuits(at, { records: [circuit(1), circuit(2, { workOrder: "2026-1001", extension: "A" })] })
    const [whole, part] = [
      await getCircuit(at.admin, await idOf(1)),
      await getCircuit(at.admin, await idOf(2)),
    ]
    expect([whole.parent, whole.children.map(({ id }) => id)]).toEqual([null, [part.id]])
    expect([part.parent?.id, part.children]).toEqual([whole.id, []])
  })

  it("S2-EVENTS tells CircuitUpdated of each circuit that changed, in the same transaction", async () => {
    await syncCircuits(at, { records: [circuit(1), circuit(2)] })
    await syncCircuits(at, { records: [circuit(1, { percentComplete: 41 }), circuit(2)] })
    expect(
      await rowsOf(
        "select kind, subject_id, data from events where kind like 'circuit.%' and account_id = $1",
        [at.accountId],
      ),
    ).toEqual([
      {
        kind: "circuit.updated",
        subject_id: await idOf(1),
        data: { circuitId: await idOf(1), fields: ["percentComplete"] },
      },
    ])
  })

  it("S2-SNAPSHOT keeps how a circuit stood when its status changed", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    await syncUnits(at, { records: [units(1)] })
    await syncCircuits(at, { records: [circuit(1, { apiStatus: "QC" })] })
    expect(
      await rowsOf(
        "select snapshot_type, api_status, notes, total_units from circuit_snapshots where account_id = $1",
        [at.accountId],
      ),
    ).toEqual([{ snapshot_type: "status_change", api_status: "QC", notes: "ACTIV to QC", total_units: 100 }])
  })
})

describe("S2-UISTATE what people keep of a circuit", () => {
  it("creates UI state with the circuit, and no sync overwrites it", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    const id = await idOf(1)
    expect(await getCircuit(at.admin, id)).toMatchObject({
      workflowStage: "active",
      stagePosition: 0,
      isHidden: false,
      isPinned: false,
      notes: null,
    })
    const mine = {
      workflowStage: "qc",
      stagePosition: 3,
      isHidden: true,
      isPinned: true,
      notes: "Gate locked",
    } as const
    await updateCircuit(at.tenant.member, id, mine)
    await syncCircuits(at, { records: [circuit(1, { apiStatus: "CLOSE" })] })
    expect(await getCircuit(at.admin, id)).toMatchObject({ ...mine, apiStatus: "CLOSE" })
  })

  it("lists pinned circuits alone, hidden ones only where they are asked for", async () => {
    await syncCircuits(at, { records: [1, 2, 3].map((n) => circuit(n)) })
    await updateCircuit(at.tenant.member, await idOf(2), { isPinned: true })
    await updateCircuit(at.tenant.member, await idOf(3), { isPinned: true, isHidden: true })
    const listed = async (query: object) =>
      (await listCircuits(at.admin, circuitQuery.parse(query))).items.map(({ title }) => title)
    expect(await listed({ pinned: "true" })).toEqual(["LINE 2"])
    expect(await listed({ pinned: "true", includeHidden: "true" })).toEqual(["LINE 2", "LINE 3"])
    expect(await listed({ pinned: "false" })).toEqual(["LINE 1"])
    expect(await listed({})).toEqual(["LINE 1", "LINE 2"])
  })

  it("lets values that people set win, marks them, and takes the source's again", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    const id = await idOf(1)
    await updateCircuit(at.admin, id, { fields: { title: "Mine", totalMiles: null } })
    await syncCircuits(at, { records: [circuit(1, { title: "THEIRS", totalMiles: 11, milesPlanned: 5 })] })
    const edited = await getCircuit(at.admin, id)
    expect(edited).toMatchObject({
      title: "Mine",
      totalMiles: null,
      milesPlanned: 5,
      edited: ["title", "totalMiles"],
    })
    expect(edited.source).toEqual({ title: "THEIRS", totalMiles: 11 })
    await updateCircuit(at.admin, id, { fields: { region: "By the river" } })
    expect((await listCircuitFilters(at.admin)).regions).toContain("By the river")
    await updateCircuit(at.admin, id, { takeSource: ["region"] })
    const back = await updateCircuit(at.admin, id, { takeSource: ["title", "totalMiles"] })
    expect(back).toMatchObject({ title: "THEIRS", totalMiles: 11, edited: [] })
  })

  it("tells the second of two who change it at once, and refuses viewers", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    const id = await idOf(1)
    const { version } = await getCircuit(at.admin, id)
    await updateCircuit(at.admin, id, { notes: "first", version })
    await expect(updateCircuit(at.admin, id, { notes: "second", version })).rejects.toMatchObject({
      status: 409,
    })
    await expect(updateCircuit(at.tenant.viewer, id, { notes: "x" })).rejects.toMatchObject({ status: 403 })
    expect((await getCircuit(at.admin, id)).notes).toBe("first")
  })

  it("S2-EVENTS tells CircuitWorkflowChanged, and asks for planned units when a circuit waits for permissions", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    const id = await idOf(1)
    await updateCircuit(at.admin, id, { workflowStage: "pending_permissions" })
    const kinds = await rowsOf("select kind, data from events where subject_id = $1 order by id", [id])
    expect(kinds).toMatchObject([
      { kind: "circuit.updated", data: { fields: ["workflowStage"] } },
      { kind: "circuit.workflow_changed", data: { from: "active", to: "pending_permissions" } },
    ])
    expect((await getCircuit(at.admin, id)).unitsWanted).toBe(true)
  })
})

describe("S2-PLANNERS who plans a circuit", () => {
  const named = (userId: string, wsUsername: string) =>
    prisma().membership.updateMany({ where: { userId }, data: { wsUsername } })

  it("links the member whose name in WorkStudio it is, in any case, and only adds", async () => {
    await named(at.tenant.member.userId, "treeco\\JDOE")
    await syncCircuits(at, { records: [circuit(1, { takenBy: "TREECO\\jdoe" })] })
    const link = { userId: at.tenant.member.userId, name: "The member", source: "api_sync" }
    expect((await circuitsOf(at))[0]?.planners).toEqual([link])
    await syncCircuits(at, { records: [circuit(1, { takenBy: "TREECO\\other" })] })
    expect((await circuitsOf(at))[0]?.planners).toEqual([link])
  })

  it("leaves links made by hand as they are", async () => {
    await syncCircuits(at, { records: [circuit(1)] })
    const { accountId, tenant } = at
    const circuitId = await idOf(1)
    await prisma().circuitPlanner.create({
      data: { circuitId, accountId, userId: tenant.member.userId, source: "manual" },
    })
    await named(tenant.member.userId, "TREECO\\jdoe")
    await syncCircuits(at, { records: [circuit(1, { takenBy: "TREECO\\jdoe" })] })
    expect((await circuitsOf(at))[0]?.planners).toMatchObject([{ source: "manual" }])
  })

  it("records a name that no member has once a run, however many circuits have it", async () => {
    const records = [1, 2, 3].map((n) => circuit(n, { takenBy: n === 3 ? "treeco\\JDOE" : "TREECO\\jdoe" }))
    const strangers = () =>
      rowsOf(
        "select ws_username, occurrence_count, circuit_count from unlinked_planners where account_id = $1",
        [at.accountId],
      )
    await syncCircuits(at, { records })
    expect(await strangers()).toMatchObject([{ occurrence_count: 1, circuit_count: 3 }])
    await syncCircuits(at, { records })
    expect(await strangers()).toMatchObject([{ occurrence_count: 2, circuit_count: 3 }])
  })
})
