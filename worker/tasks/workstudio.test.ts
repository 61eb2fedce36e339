import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { circuitQuery } from "@/lib/domain/circuit-query"
import { integrationInput, integrationUpdate } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { getIntegration } from "@/lib/integrations/get-integration"
import { loginsOfRun } from "@/lib/integrations/logins/logins-of-run"
import { listLogins, saveLogin } from "@/lib/integrations/logins/manage-logins"
import { listSchedules, setSchedules } from "@/lib/integrations/schedules/manage-schedules"
import { settingsOf } from "@/lib/integrations/settings-of"
import { updateIntegration } from "@/lib/integrations/update-integration"
import { updateSyncSettings } from "@/lib/integrations/update-sync-settings"
import { getCircuit } from "@/lib/inventory/circuits/get-circuit"
import { listCircuits } from "@/lib/inventory/circuits/list-circuits"
import { updateCircuit } from "@/lib/inventory/circuits/update-circuit"
import { log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueSync } from "@/lib/sync-logs/queue-sync"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"
import {
  startWorkstudioSimulator,
  type WorkstudioSimulator,
} from "@/simulators/workstudio/start-workstudio-simulator"
import { dispatch } from "./dispatch"
import { sync } from "./sync"

testDatabase()
process.env.SMTP_URL = "smtp://127.0.0.1:1"
process.env.ROLLCALL_ALLOWED_PRIVATE_HOSTS = "127.0.0.1"

let simulator: WorkstudioSimulator
let tenant: Tenant
let integrationId: string
const at = new Date("2026-03-05T12:00:00Z")
beforeEach(async () => {
  simulator = await startWorkstudioSimulator({ circuits: 20 })
  tenant = await makeTenant()
  integrationId = (await connect(tenant.admin)).id
})
afterEach(async () => {
  await simulator.stop()
  await prisma().account.deleteMany()
})

const connect = (admin: Actor, more: object = {}) =>
  createIntegration(
    admin,
    integrationInput.parse({
      provider: "workstudio",
      name: "WorkStudio",
      settings: { baseUrl: simulator.url, views: simulator.views, pauseMs: 0, attempts: 1 },
      credentials: simulator.credentials,
      ...more,
    }),
    { check: false, providers: registry, catalog, now: at },
  )

const run = (syncLogId: string) =>
  sync({ pool: pool(), syncLogId, workerId: "test", signal: new AbortController().signal, log })
const runOf = (id: string) => prisma().syncLog.findUniqueOrThrow({ where: { id } })
async function syncNow(actor: Actor = tenant.admin) {
  const { job_id } = await queueSync(actor, { integrationId, mode: "sync", trigger: "manual" })
  await run(job_id)
  return runOf(job_id)
}
const circuits = async () => (await listCircuits(tenant.admin, circuitQuery.parse({ limit: 200 }))).items
const dispatchAt = (now: string) => dispatch({ pool: pool(), catalog, now: new Date(now), log })

describe("S2-LOG a run of WorkStudio", () => {
  it("logs completion with type, trigger, who and counts", async () => {
    const ended = await syncNow(tenant.member)
    expect(ended).toMatchObject({
      status: "SUCCESS",
      trigger: "manual",
      triggeredById: tenant.member.userId,
      statusFilter: null,
      counts: { created: 20 },
      receipt: { circuits: { complete: true, records: 20 } },
    })
    expect(await circuits()).toHaveLength(20)
    expect(await getIntegration(tenant.admin, integrationId, catalog)).toMatchObject({ circuitCount: 20 })
  })

  it("handles API failure: run FAILED and error kept, and so are the circuits", async () => {
    await syncNow()
    simulator.control({ faults: [{ kind: "error_200", message: "View is broken" }] })
    expect(await syncNow()).toMatchObject({
      status: "FAILED",
      errorCode: "bad_response",
      errorMessage: expect.stringContaining("View is broken"),
    })
    expect(await circuits()).toHaveLength(20)
  })

  it("S2-HEALTH ends as failed, WorkStudio is unavailable, while the server is down", async () => {
    simulator.control({ faults: [{ kind: "down" }] })
    expect(await syncNow()).toMatchObject({
      status: "FAILED",
      errorMessage: expect.stringContaining("WorkStudio is unavailable"),
    })
  })

  it("ends PARTIAL when rows are rejected", async () => {
    simulator.control({ faults: [{ kind: "short_row", count: 1 }] })
    expect(await syncNow()).toMatchObject({ status: "PARTIAL", counts: { rejected: 4, created: 16 } })
  })

  it("S2-SNAPSHOT takes the day's snapshots after each run, closed circuits left out", async () => {
    await syncNow()
    await syncNow()
    const open = (await circuits()).filter(({ apiStatus }) => apiStatus !== "CLOSE").length
    expect(await prisma().circuitSnapshot.count({ where: { accountId: tenant.accountId } })).toBe(open)
  })

  it("S2-SNAPSHOT takes none after a run that read planned units alone: its circuits are those of another day", async () => {
    await syncNow()
    await prisma().circuitSnapshot.deleteMany({ where: { accountId: tenant.accountId } })
    const { id } = await prisma().syncLog.create({
      data: {
        accountId: tenant.accountId,
        integrationId,
        trigger: "workflow_event",
        context: { streams: ["planned-units"] },
      },
    })
    await run(id)
    expect((await runOf(id)).status).toBe("SUCCESS")
    expect(await prisma().circuitSnapshot.count({ where: { accountId: tenant.accountId } })).toBe(0)
  })
})

describe("S2-AGG planned units by workflow", () => {
  it("reads the units of a circuit that comes to wait for permissions, with the trigger workflow_event", async () => {
    await syncNow()
    const circuit = (await circuits()).find(({ extension }) => extension === "@")
    const id = circuit?.id ?? ""
    await updateCircuit(tenant.member, id, { workflowStage: "pending_permissions" })
    const queued = await prisma().syncLog.findFirstOrThrow({ where: { status: "PENDING", integrationId } })
    expect(queued).toMatchObject({ trigger: "workflow_event", context: { streams: ["planned-units"] } })
    await run(queued.id)
    expect(await runOf(queued.id)).toMatchObject({ status: "SUCCESS", counts: { created: 1 } })
    const after = await getCircuit(tenant.admin, id)
    expect(after.units?.totalUnits).toBeGreaterThan(0)
    expect([after.unitsWanted, after.unitsAskedAt]).toEqual([false, expect.any(String)])
  })

  it("reads the units of all that wait for permissions when a run for one of them is widened before it began", async () => {
    await syncNow()
    const [first, second] = (await circuits()).filter(({ extension }) => extension === "@")
    await updateCircuit(tenant.member, first?.id ?? "", { workflowStage: "pending_permissions" })
    await prisma().circuitUiState.update({
      where: { circuitId: second?.id ?? "" },
      data: { workflowStage: "pending_permissions" },
    })
    const { trigger } = await syncNow()
    expect(trigger).toBe("workflow_event")
    for (const one of [first, second])
      expect((await getCircuit(tenant.admin, one?.id ?? "")).unitsAskedAt).not.toBeNull()
  })

  it("leaves the wish with the circuit when a preview read its units", async () => {
    await syncNow()
    const id = (await circuits()).find(({ extension }) => extension === "@")?.id ?? ""
    const { job_id } = await queueSync(tenant.admin, { integrationId, mode: "preview", trigger: "manual" })
    await updateCircuit(tenant.member, id, { workflowStage: "pending_permissions" })
    await run(job_id)
    expect(await runOf(job_id)).toMatchObject({ status: "SUCCESS", mode: "preview" })
    expect((await getCircuit(tenant.admin, id)).unitsWanted).toBe(true)
    const [wanted] = await dispatchAt("2026-03-05T12:01:00Z")
    await run(wanted ?? "")
    expect((await getCircuit(tenant.admin, id)).unitsWanted).toBe(false)
  })

  it("names the run that could not read the units of a circuit", async () => {
    await syncNow()
    const id = (await circuits()).find(({ extension }) => extension === "@")?.id ?? ""
    simulator.control({ faults: [{ kind: "error_200", message: "View is broken" }] })
    await updateCircuit(tenant.member, id, { workflowStage: "pending_permissions" })
    const { id: failed } = await prisma().syncLog.findFirstOrThrow({
      where: { status: "PENDING", integrationId },
    })
    await run(failed)
    expect(await getCircuit(tenant.admin, id)).toMatchObject({ unitsFailedRunId: failed, unitsWanted: false })
  })

  it("leaves the wish with the circuit while another run is live; the dispatcher takes it up", async () => {
    await syncNow()
    const id = (await circuits())[0]?.id ?? ""
    const { job_id } = await queueSync(tenant.admin, { integrationId, mode: "sync", trigger: "manual" })
    await updateCircuit(tenant.member, id, { workflowStage: "pending_permissions" })
    expect((await getCircuit(tenant.admin, id)).unitsWanted).toBe(true)
    await prisma().circuitUiState.update({ where: { circuitId: id }, data: { workflowStage: "active" } })
    await run(job_id)
    const [wanted] = await dispatchAt("2026-03-05T12:01:00Z")
    expect(await runOf(wanted ?? "")).toMatchObject({ trigger: "workflow_event" })
  })
})

describe("S2-CREDENTIALS several logins", () => {
  const own = async (actor: Actor, place: number) =>
    saveLogin(
      actor,
      integrationId,
      { ...{ username: "", password: "" }, ...simulator.planners[place] },
      { check: true, providers: registry, catalog },
    )
  const callers = () => new Set(simulator.state().callers)
  const warnings = async () => {
    const lines = await prisma().syncLogLine.findMany({
      where: { accountId: tenant.accountId, level: "warn", message: { contains: "was refused" } },
    })
    return lines.map(({ message }) => message)
  }

  it("a run by hand goes by the person's own, a scheduled one by the service account", async () => {
    await own(tenant.member, 0)
    simulator.control({ reset: true })
    await syncNow(tenant.member)
    expect(callers()).toEqual(new Set(["TREECO\\jdoe"]))
    simulator.control({ reset: true })
    const { id } = await prisma().syncLog.create({
      data: { accountId: tenant.accountId, integrationId, trigger: "scheduled" },
    })
    await run(id)
    expect(callers()).toEqual(new Set([simulator.credentials.username]))
  })

  it("planned units go by the assigned planner's", async () => {
    await own(tenant.member, 0)
    await syncNow()
    const [first] = (await circuits()).filter(({ extension }) => extension === "@")
    await prisma().circuitPlanner.create({
      data: {
        circuitId: first?.id ?? "",
        userId: tenant.member.userId,
        accountId: tenant.accountId,
        source: "manual",
      },
    })
    simulator.control({ reset: true })
    await updateCircuit(tenant.admin, first?.id ?? "", { workflowStage: "pending_permissions" })
    await run((await prisma().syncLog.findFirstOrThrow({ where: { status: "PENDING", integrationId } })).id)
    expect(callers()).toEqual(new Set(["TREECO\\jdoe"]))
  })

  it("three refusals in a row mark it for checking, and each run goes on with the next", async () => {
    await own(tenant.member, 0)
    simulator.control({ refuse: ["TREECO\\jdoe"] })
    for (let turn = 0; turn < 3; turn++) expect((await syncNow(tenant.member)).status).toBe("SUCCESS")
    expect(await warnings()).toEqual(
      Array(3).fill(expect.stringContaining("The login TREECO\\jdoe was refused")),
    )
    expect(await listLogins(tenant.member, integrationId)).toMatchObject([
      { state: "needs_check", username: "TREECO\\jdoe" },
    ])
    simulator.control({ reset: true })
    await syncNow(tenant.member)
    expect(callers()).toEqual(new Set([simulator.credentials.username]))
    await own(tenant.member, 0)
    expect(await listLogins(tenant.member, integrationId)).toMatchObject([{ state: "valid" }])
  })

  it("says in the run's log that the service account was refused and a member's login was used", async () => {
    await own(tenant.member, 0)
    simulator.control({ refuse: [simulator.credentials.username] })
    expect((await syncNow(tenant.admin)).status).toBe("SUCCESS")
    expect(await warnings()).toEqual([expect.stringContaining("The service account was refused")])
  })

  const told = async () => {
    const notices = await prisma().notification.findMany({
      where: { userId: tenant.admin.userId },
      orderBy: { id: "asc" },
    })
    return notices.map(({ kind, title }) => [kind, title])
  }
  const refused = ["credentials_refused", "WorkStudio refused the service account"]

  it("O-NOTIFY tells admins of a service account that is refused, once, though runs go on by members' logins", async () => {
    await own(tenant.member, 0)
    simulator.control({ refuse: [simulator.credentials.username] })
    for (let turn = 0; turn < 2; turn++) expect((await syncNow(tenant.admin)).status).toBe("SUCCESS")
    expect(await told()).toEqual([refused])
    // A run that did not try it says nothing of it
    expect((await syncNow(tenant.member)).status).toBe("SUCCESS")
    simulator.control({ refuse: [] })
    await syncNow(tenant.admin)
    simulator.control({ refuse: [simulator.credentials.username] })
    await syncNow(tenant.admin)
    expect(await told()).toEqual([refused, refused])
  })

  const emailed = async () => {
    const emails = await prisma().email.findMany({ where: { accountId: tenant.accountId } })
    return emails.map(({ title }) => title).toSorted()
  }

  it("O-NOTIFY tells of a refused service account also when the run before failed by it, and e-mails that once", async () => {
    simulator.control({ refuse: [simulator.credentials.username] })
    expect(await syncNow()).toMatchObject({ status: "FAILED", errorCode: "unauthorized" })
    await own(tenant.member, 0)
    for (let turn = 0; turn < 2; turn++) expect((await syncNow()).status).toBe("SUCCESS")
    expect(await told()).toEqual([["credentials_refused", "WorkStudio refused the credentials"], refused])
    expect(await emailed()).toEqual([
      "WorkStudio refused the credentials",
      "WorkStudio refused the service account",
      "WorkStudio syncs again",
    ])
  })

  it("O-NOTIFY e-mails of a refused service account once when the same run ends a failure, and again after a day", async () => {
    await own(tenant.member, 0)
    simulator.control({ faults: [{ kind: "down" }] })
    expect((await syncNow()).status).toBe("FAILED")
    simulator.control({ refuse: [simulator.credentials.username], faults: [] })
    for (let turn = 0; turn < 3; turn++) expect((await syncNow()).status).toBe("SUCCESS")
    const once = [
      "WorkStudio could not be synced",
      "WorkStudio refused the service account",
      "WorkStudio syncs again",
    ]
    expect(await emailed()).toEqual(once)
    await pool().query("update emails set created_at = created_at - interval '1 day' where account_id = $1", [
      tenant.accountId,
    ])
    await syncNow()
    expect(await emailed()).toEqual([...once, "WorkStudio refused the service account"].toSorted())
    expect(await told()).toEqual([["sync_failed", "WorkStudio could not be synced"], refused])
  })

  it("O-NOTIFY tells admins of refused credentials once when there is no other login, and of units that could not be read", async () => {
    await syncNow()
    const id = (await circuits()).find(({ extension }) => extension === "@")?.id ?? ""
    await updateCircuit(tenant.admin, id, { workflowStage: "pending_permissions" })
    simulator.control({ faults: [{ kind: "error_200", message: "View is broken" }] })
    await run((await prisma().syncLog.findFirstOrThrow({ where: { status: "PENDING", integrationId } })).id)
    simulator.control({ refuse: [simulator.credentials.username], faults: [] })
    for (let turn = 0; turn < 2; turn++)
      expect(await syncNow()).toMatchObject({ status: "FAILED", errorCode: "unauthorized" })
    expect(await told()).toEqual([
      ["sync_failed", "Planned units of WorkStudio could not be read"],
      ["credentials_refused", "WorkStudio refused the credentials"],
      ["sync_failing", "3 syncs of WorkStudio in a row failed"],
    ])
  })

  it("O-SECRETS is kept encrypted, seen by its owner and admins alone, and tried before it is kept", async () => {
    await own(tenant.member, 0)
    const kept = await prisma().integrationLogin.findFirstOrThrow({ where: { integrationId } })
    expect(Buffer.from(kept.ciphertext).toString("latin1")).not.toContain("planner-jdoe")
    expect(await listLogins(tenant.viewer, integrationId)).toEqual([])
    expect(JSON.stringify(await listLogins(tenant.admin, integrationId))).not.toContain("planner-jdoe")
    simulator.control({ refuse: ["TREECO\\amartin"] })
    await expect(own(tenant.admin, 1)).rejects.toMatchObject({ code: "unauthorized" })
  })
})

/** Statements of this database that wait for a row which another transaction has changed. */
const selectWaiting = `
  select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`

describe("O-SECRETS logins and another address", () => {
  it("sends nobody's login to an address that an admin enters later", async () => {
    const saving = { check: true, providers: registry, catalog }
    await saveLogin(tenant.member, integrationId, simulator.planners[0] ?? simulator.credentials, saving)
    const other = await startWorkstudioSimulator({ circuits: 1 })
    const { name, settings } = await getIntegration(tenant.admin, integrationId, catalog)
    const edit = integrationUpdate.parse({
      name,
      settings: { ...settings, baseUrl: other.url },
      credentials: other.credentials,
    })
    await updateIntegration(tenant.admin, integrationId, edit, { ...saving, check: false, now: at })
    expect((await listLogins(tenant.member, integrationId))[0]?.state).toBe("needs_check")
    await syncNow(tenant.member)
    expect(other.state().callers).not.toContain("TREECO\\jdoe")
    await other.stop()
  })

  it("keeps no login when an admin changes the address while it is being tried", async () => {
    const saving = { check: true, providers: registry, catalog }
    const admin = await pool().connect()
    try {
      await admin.query("begin")
      await admin.query(
        `update integrations set settings = settings || '{"baseUrl": "https://elsewhere.example"}' where id = $1`,
        [integrationId],
      )
      const kept = saveLogin(
        tenant.member,
        integrationId,
        simulator.planners[0] ?? simulator.credentials,
        saving,
      )
      const refused = expect(kept).rejects.toMatchObject({
        status: 409,
        message: expect.stringContaining("enter the login again"),
      })
      // Asked of another connection: a transaction sees the same activity all along
      const waiting = async () => (await pool().query(selectWaiting)).rowCount
      await expect.poll(waiting, { timeout: 30_000 }).toBe(1)
      await admin.query("commit")
      await refused
    } finally {
      admin.release(true)
    }
    expect(await listLogins(tenant.member, integrationId)).toEqual([])
  })

  it("gives a run no login once the settings are not those that its session goes by", async () => {
    const saving = { check: true, providers: registry, catalog }
    await saveLogin(tenant.member, integrationId, simulator.planners[0] ?? simulator.credentials, saving)
    const { id } = await prisma().syncLog.create({
      data: { accountId: tenant.accountId, integrationId, trigger: "scheduled" },
    })
    const settings = settingsOf(
      await prisma().integration.findUniqueOrThrow({ where: { id: integrationId } }),
    )
    const loginsBy = async (sessions: typeof settings) =>
      (await loginsOfRun({ syncLogId: id, integrationId, trigger: "scheduled" }, sessions)).logins?.length
    expect(await loginsBy(settings)).toBe(1)
    expect(await loginsBy({ ...settings, baseUrl: "https://was.example" })).toBe(0)
  })
})

describe("S2-SCHEDULE several schedules", () => {
  const filterOf = async (id: string | undefined) => (await runOf(id ?? "")).statusFilter
  const dueAt = async (now: string) => {
    const ids = await dispatchAt(now)
    const filters = await Promise.all(ids.map(filterOf))
    await prisma().syncLog.updateMany({ where: { id: { in: ids } }, data: { status: "SUCCESS" } })
    return filters
  }

  it("a new integration has the usual ones, told in words", async () => {
    const all = await listSchedules(tenant.admin, integrationId)
    expect(all.map(({ task, streams, filter, cron }) => [task, streams.join(), filter.join(), cron])).toEqual(
      [
        ["read", "circuits", "ACTIV", "30 4,16 * * 1-5"],
        ["read", "circuits", "QC,REWRK,CLOSE", "30 4 * * 1"],
        ["snapshots", "", "", "0 5 * * 1-5"],
        ["read", "planned-units", "", "30 5,17 * * 1-5"],
      ],
    )
    expect(all[0]?.words).toMatch(/04:30.*Monday through Friday.*New_York/)
  })

  it("reads ACTIV on weekdays, all four on Mondays, at New York's 04:30 on either side of both clock changes", async () => {
    await dueAt("2026-03-06T09:00:00Z") // what Thursday still had
    // Friday, winter: UTC-5
    expect(await dueAt("2026-03-06T09:29:00Z")).toEqual([])
    expect(await dueAt("2026-03-06T09:30:00Z")).toEqual(["ACTIV"])
    await dueAt("2026-03-07T00:00:00Z") // what Friday still had
    expect(await dueAt("2026-03-08T23:00:00Z")).toEqual([])
    // On Monday 9 March the clocks have gone forward: UTC-4
    expect(await dueAt("2026-03-09T08:29:00Z")).toEqual([])
    expect(await dueAt("2026-03-09T08:30:00Z")).toEqual(["ACTIV, QC, REWRK, CLOSE"])
  })

  it("goes back with the clocks in autumn", async () => {
    await setSchedules(
      tenant.admin,
      integrationId,
      [
        {
          task: "read",
          streams: ["circuits"],
          filter: ["ACTIV"],
          cron: "30 4 * * 1-5",
          timeZone: "America/New_York",
          enabled: true,
        },
      ],
      { catalog, now: new Date("2026-10-30T12:00:00Z") },
    )
    // Monday 2 November: UTC-5 again
    expect(await dueAt("2026-11-02T09:29:00Z")).toEqual([])
    expect(await dueAt("2026-11-02T09:30:00Z")).toEqual(["ACTIV"])
    expect(await dueAt("2026-11-03T09:30:00Z")).toEqual(["ACTIV"])
  })

  it.each([
    ["2026-03-08", "08:30", "09:00"],
    ["2026-11-01", "09:30", "10:00"],
  ])(
    "keeps New York's 04:30 and 05:00 on %s itself, a day on which the clocks change, each once",
    async (day, read, snapshots) => {
      await syncNow()
      await prisma().circuitSnapshot.deleteMany()
      const daily = { timeZone: "America/New_York", enabled: true }
      await setSchedules(
        tenant.admin,
        integrationId,
        [
          { ...daily, task: "read", streams: ["circuits"], filter: ["ACTIV"], cron: "30 4 * * *" },
          { ...daily, task: "snapshots", streams: [], filter: [], cron: "0 5 * * *" },
        ],
        { catalog, now: new Date(`${day}T05:00:00Z`) },
      )
      const minutesTo = (clock: string, minutes: number) =>
        new Date(Date.parse(`${day}T${clock}:00Z`) + minutes * 60_000).toISOString()
      expect(await dueAt(minutesTo(read, -1))).toEqual([])
      expect(await dueAt(minutesTo(read, 0))).toEqual(["ACTIV"])
      expect(await prisma().circuitSnapshot.count()).toBe(0)
      expect(await dueAt(minutesTo(snapshots, 0))).toEqual([])
      const days = await prisma().circuitSnapshot.findMany({ distinct: ["snapshotDate"] })
      expect(days.map(({ snapshotDate }) => snapshotDate.toISOString().slice(0, 10))).toEqual([day])
      expect(await dueAt(minutesTo(read, 120))).toEqual([])
    },
  )

  it("S2-SNAPSHOT goes by the zone of the schedules, which no edit of something else changes", async () => {
    const zone = async () => (await getIntegration(tenant.admin, integrationId, catalog)).timeZone
    expect(await zone()).toBe("America/New_York")
    const { name, settings } = await getIntegration(tenant.admin, integrationId, catalog)
    const edit = integrationUpdate.parse({ name: `${name} East`, settings })
    await updateIntegration(tenant.admin, integrationId, edit, {
      check: false,
      providers: registry,
      catalog,
      now: at,
    })
    expect(await zone()).toBe("America/New_York")
    expect(await listSchedules(tenant.admin, integrationId)).toHaveLength(4)
    const central = { cron: "0 5 * * *", timeZone: "America/Chicago", enabled: true, filter: [] }
    await setSchedules(
      tenant.admin,
      integrationId,
      [
        { ...central, task: "read", streams: ["circuits"], timeZone: "UTC" },
        { ...central, task: "snapshots", streams: [] },
      ],
      { catalog, now: at },
    )
    expect(await zone()).toBe("America/Chicago")
    const byHand = await connect(tenant.admin, { name: "By hand", syncInterval: null })
    expect(byHand.timeZone).toBe("America/New_York")
  })

  it("takes snapshots at 05:00 for the business day of New York, without asking WorkStudio", async () => {
    await syncNow()
    await prisma().circuitSnapshot.deleteMany()
    await prisma().integrationSchedule.updateMany({
      where: { task: { not: "snapshots" } },
      data: { enabled: false },
    })
    const before = simulator.state().times.length
    expect(await dueAt("2026-03-06T10:00:00Z")).toEqual([])
    expect(simulator.state().times).toHaveLength(before)
    const days = await prisma().circuitSnapshot.findMany({ distinct: ["snapshotDate"] })
    expect(days.map(({ snapshotDate }) => snapshotDate.toISOString().slice(0, 10))).toEqual(["2026-03-06"])
  })

  it("S2-SNAPSHOT takes them on time though reads are put off because they kept failing", async () => {
    await syncNow()
    await prisma().circuitSnapshot.deleteMany()
    const until = new Date("2026-03-07T12:00:00Z")
    await prisma().integration.update({
      where: { id: integrationId },
      data: { nextSyncAt: until, state: { failuresInRow: 4, breakerUntil: until.toISOString() } },
    })
    expect(await dueAt("2026-03-06T10:00:00Z")).toEqual([])
    const days = await prisma().circuitSnapshot.findMany({ distinct: ["snapshotDate"] })
    expect(days.map(({ snapshotDate }) => snapshotDate.toISOString().slice(0, 10))).toEqual(["2026-03-06"])
    const { nextSyncAt } = await prisma().integration.findUniqueOrThrow({ where: { id: integrationId } })
    expect(nextSyncAt).toEqual(until)
  })

  it("keeps the schedules of one of several who save at once, and not of all", async () => {
    const daily = { task: "read" as const, streams: [], filter: [], timeZone: "UTC", enabled: true }
    const saving = [1, 2, 3, 4].map((hour) =>
      setSchedules(tenant.admin, integrationId, [{ ...daily, cron: `0 ${hour} * * *` }], {
        catalog,
        now: at,
      }),
    )
    await Promise.all(saving)
    expect(await listSchedules(tenant.admin, integrationId)).toHaveLength(1)
    const several = (hour: number) =>
      setSchedules(tenant.admin, integrationId, [{ ...daily, cron: `0 ${hour} * * *` }], { catalog, now: at })
    const single = () =>
      updateSyncSettings(tenant.admin, integrationId, { syncInterval: 3600 }, { catalog, now: at })
    await Promise.all([
      several(1),
      single(),
      several(2),
      dispatchAt("2026-03-09T09:30:00Z"),
      single(),
      several(3),
    ])
    const { hasSchedules, syncInterval } = await getIntegration(tenant.admin, integrationId, catalog)
    expect(hasSchedules).toBe(syncInterval === null)
  })

  it("gives way to a single schedule and comes back; switched off nothing runs", async () => {
    const settings = (given: object) =>
      updateSyncSettings(tenant.admin, integrationId, given, { catalog, now: at })
    expect(await settings({ syncEnabled: false })).toMatchObject({
      nextSyncAt: null,
      hasSchedules: true,
      scheduleWords: "By several schedules",
      scheduleNote: expect.stringContaining("switched off"),
    })
    expect((await settings({ syncEnabled: true })).nextSyncAt).toBe("2026-03-05T21:30:00.000Z")
    await settings({ syncInterval: 3600 })
    expect(await listSchedules(tenant.admin, integrationId)).toEqual([])
    await setSchedules(tenant.admin, integrationId, [], { catalog, now: at })
    await expect(
      setSchedules(
        tenant.admin,
        integrationId,
        [{ task: "read", streams: [], filter: [], cron: "nonsense", timeZone: "UTC", enabled: true }],
        { catalog, now: at },
      ),
    ).rejects.toMatchObject({ status: 422, errors: { "schedules.0.cron": [expect.any(String)] } })
  })
})
