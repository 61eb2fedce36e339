import { beforeEach, describe, expect, it } from "vitest"
import { beginInTurn } from "@/lib/db/begin-in-turn"
import { pool } from "@/lib/db/client"
import { testDatabase } from "@/lib/tooling/test-database"
import { changePlanners } from "./change-planners"
import { listCircuitChanges } from "./circuit-history"
import { circuit, circuitBench, circuitsOf, rowsOf, syncCircuits } from "./circuits.test-support"
import { linkPlanner, nameMember, unlinkPlanner } from "./link-planner"
import { listPlanners, listUnlinkedPlanners } from "./list-planners"

testDatabase()
let at: Awaited<ReturnType<typeof circuitBench>>
beforeEach(async () => {
  at = await circuitBench()
  await syncCircuits(at, { records: [1, 2].map((n) => circuit(n, { takenBy: "TREECO\\jdoe" })) })
})

const strangers = (linked = false) => listUnlinkedPlanners(at.admin, { linked })
const plannersOf = async () => (await circuitsOf(at)).map(({ planners }) => planners.map(({ name }) => name))

/** Does something while a sync is merging, which ends once so many wait for it. */
async function behindSync<T>(waiters: number, act: () => Promise<T>): Promise<T> {
  const sync = await pool().connect()
  try {
    await beginInTurn(sync, at.accountId)
    const acting = act()
    const waiting = async () => (await sync.query(selectWaiting)).rowCount
    await expect.poll(waiting, { timeout: 10_000 }).toBe(waiters)
    await sync.query("commit")
    return await acting
  } finally {
    sync.release(true)
  }
}

const selectWaiting = `
  select 1 from pg_locks
  where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`

describe("S2-PLANNERS linking a planner that nobody knew", () => {
  it("links their circuits now and at every sync to come", async () => {
    const [stranger] = await strangers()
    expect(stranger).toMatchObject({
      wsUsername: "TREECO\\jdoe",
      occurrenceCount: 1,
      circuitCount: 2,
      linkedTo: null,
    })
    const { userId } = at.tenant.member
    expect(await linkPlanner(at.admin, stranger?.id ?? "", userId)).toEqual({ userId, circuits: 2 })
    expect(await plannersOf()).toEqual([["The member"], ["The member"]])
    await syncCircuits(at, { records: [circuit(3, { takenBy: "treeco\\JDOE" })] })
    expect((await plannersOf())[2]).toEqual(["The member"])
    expect(await strangers()).toEqual([])
    expect((await strangers(true))[0]?.linkedTo).toEqual({ userId, name: "The member" })
    expect((await listPlanners(at.admin)).find((one) => one.userId === userId)).toMatchObject({
      wsUsername: "TREECO\\jdoe",
      circuits: 3,
      miles: 30,
    })
  })

  it("takes a second name of a member for the same person", async () => {
    const { userId } = at.tenant.member
    await nameMember(at.admin, userId, "NORTHCUT\\jd")
    const [stranger] = await strangers()
    await linkPlanner(at.admin, stranger?.id ?? "", userId)
    await syncCircuits(at, { records: [circuit(4, { takenBy: "NORTHCUT\\JD" })] })
    expect(await plannersOf()).toEqual([["The member"], ["The member"], ["The member"]])
  })

  it("lists no name that a member was given, and lists it again when it is taken from them", async () => {
    const { userId } = at.tenant.member
    await nameMember(at.admin, userId, "treeco\\JDOE")
    expect(await strangers()).toEqual([])
    expect((await strangers(true))[0]?.linkedTo).toEqual({ userId, name: "The member" })
    expect(await plannersOf()).toEqual([["The member"], ["The member"]])
    await nameMember(at.admin, userId, "TREECO\\other")
    expect((await strangers())[0]?.linkedTo).toBeNull()
    expect(await plannersOf()).toEqual([[], []])
  })

  it("is undone by unlinking, for now and for every sync to come, but for links made by hand", async () => {
    const [stranger] = await strangers()
    const { userId } = at.tenant.member
    await linkPlanner(at.admin, stranger?.id ?? "", userId)
    const [first] = await circuitsOf(at)
    await changePlanners(at.admin, first?.id ?? "", { add: [userId] })
    expect(await unlinkPlanner(at.admin, stranger?.id ?? "")).toEqual({ userId, circuits: 1 })
    await syncCircuits(at, { records: [circuit(3, { takenBy: "TREECO\\jdoe" })] })
    expect(await plannersOf()).toEqual([["The member"], [], []])
    expect((await listPlanners(at.admin)).find((one) => one.userId === userId)?.wsUsername).toBeNull()
    expect((await strangers())[0]).toMatchObject({ linkedTo: null, occurrenceCount: 2 })
    await expect(unlinkPlanner(at.admin, stranger?.id ?? "")).rejects.toMatchObject({ status: 409 })
    await expect(unlinkPlanner(at.tenant.member, stranger?.id ?? "")).rejects.toMatchObject({ status: 403 })
    const other = await circuitBench()
    await expect(unlinkPlanner(other.admin, stranger?.id ?? "")).rejects.toMatchObject({ status: 404 })
  })

  it("takes what a name was linked to with it, though others have taken the circuits since, and no more", async () => {
    const { userId } = at.tenant.member
    await nameMember(at.admin, userId, "TREECO\\jdoe")
    // Taken by a stranger, and by another name of the same member
    const retaken = [circuit(1, { takenBy: "TREECO\\other" }), circuit(2, { takenBy: "NORTHCUT\\jd" })]
    await syncCircuits(at, { records: retaken })
    const second = (await strangers()).find(({ wsUsername }) => wsUsername === "NORTHCUT\\jd")
    await linkPlanner(at.admin, second?.id ?? "", userId)
    expect(await plannersOf()).toEqual([["The member"], ["The member"]])
    await nameMember(at.admin, userId, null)
    expect(await plannersOf()).toEqual([[], ["The member"]])
    expect(await unlinkPlanner(at.admin, second?.id ?? "")).toEqual({ userId, circuits: 1 })
    expect(await plannersOf()).toEqual([[], []])
  })

  it("links no name twice: whoever has it, as their own or a further one, keeps it", async () => {
    const [stranger] = await strangers()
    const { member, viewer } = at.tenant
    await nameMember(at.admin, member.userId, "NORTHCUT\\jd")
    await linkPlanner(at.admin, stranger?.id ?? "", member.userId)
    const taken = { status: 409, message: expect.stringContaining("The member has the name") }
    await expect(linkPlanner(at.admin, stranger?.id ?? "", viewer.userId)).rejects.toMatchObject(taken)
    await expect(nameMember(at.admin, viewer.userId, "TREECO\\jdoe")).rejects.toMatchObject(taken)
    expect(await plannersOf()).toEqual([["The member"], ["The member"]])
  })

  it("takes a name from whom it was linked to before whom it is the own name of", async () => {
    const [stranger] = await strangers()
    const { member, viewer } = at.tenant
    // As two admins at once could leave it before names were given in turn
    for (const [linked, own] of [
      [member.userId, viewer.userId],
      [viewer.userId, member.userId],
    ]) {
      await rowsOf("update unlinked_planners set linked_user_id = $2 where id = $1", [stranger?.id, linked])
      await rowsOf(
        `update memberships set ws_username = case when user_id = $2 then 'TREECO\\jdoe' end
          where account_id = $1 and user_id in ($2, $3)`,
        [at.accountId, own, linked],
      )
      expect(await unlinkPlanner(at.admin, stranger?.id ?? "")).toMatchObject({ userId: linked })
      expect(await unlinkPlanner(at.admin, stranger?.id ?? "")).toMatchObject({ userId: own })
    }
  })

  it("gives a name to one of two members when admins do so at once, and tells the other who has it", async () => {
    const [stranger] = await strangers()
    const { member, viewer } = at.tenant
    const giving = [
      () => linkPlanner(at.admin, stranger?.id ?? "", member.userId),
      () => nameMember(at.admin, viewer.userId, "treeco\\JDOE"),
      () => nameMember(at.admin, at.admin.userId, "TREECO\\jdoe"),
    ]
    const given = await behindSync(3, () => Promise.allSettled(giving.map((give) => give())))
    const lost = given.flatMap((one) => (one.status === "rejected" ? [one.reason] : []))
    const taken = { status: 409, message: expect.stringMatching(/has the name .* already\. Take it/) }
    expect(lost).toMatchObject([taken, taken])
    expect(new Set((await plannersOf()).flat()).size).toBe(1)
  })

  it("waits for a sync that is linking, so that no name comes back that was taken away", async () => {
    const [stranger] = await strangers()
    const { userId } = at.tenant.member
    await linkPlanner(at.admin, stranger?.id ?? "", userId)
    const unlink = () => unlinkPlanner(at.admin, stranger?.id ?? "")
    expect(await behindSync(1, unlink)).toEqual({ userId, circuits: 2 })
  })

  it("is for admins alone, and only for members of the account", async () => {
    const [stranger] = await strangers()
    const other = await circuitBench()
    await expect(linkPlanner(at.tenant.member, stranger?.id ?? "", at.admin.userId)).rejects.toMatchObject({
      status: 403,
    })
    await expect(linkPlanner(at.admin, stranger?.id ?? "", other.admin.userId)).rejects.toMatchObject({
      status: 422,
    })
    await expect(linkPlanner(other.admin, stranger?.id ?? "", other.admin.userId)).rejects.toMatchObject({
      status: 404,
    })
  })

  it("gives no two members one name, and lets planners be set by hand", async () => {
    await nameMember(at.admin, at.tenant.member.userId, "TREECO\\jdoe")
    await expect(nameMember(at.admin, at.admin.userId, "treeco\\JDOE")).rejects.toMatchObject({ status: 409 })
    const [first] = await circuitsOf(at)
    await changePlanners(at.tenant.member, first?.id ?? "", { add: [at.tenant.viewer.userId] })
    expect((await plannersOf())[0]?.toSorted()).toEqual(["The member", "The viewer"])
    await changePlanners(at.tenant.member, first?.id ?? "", { remove: [at.tenant.viewer.userId] })
    expect((await plannersOf())[0]).toEqual(["The member"])
    const { items } = await listCircuitChanges(at.admin, first?.id ?? "", { limit: 5 })
    expect(items.map(({ fields, actorName }) => [fields.planners, actorName])).toMatchObject([
      [["The member, The viewer", "The member"], "The member"],
      [["The member", "The member, The viewer"], "The member"],
      [undefined, null],
    ])
    await expect(changePlanners(at.tenant.viewer, first?.id ?? "", {})).rejects.toMatchObject({ status: 403 })
  })
})
