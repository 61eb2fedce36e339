import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type CircuitFields, circuitFields, unitTotals } from "@/lib/domain/circuit"
import type { Errand } from "@/lib/domain/errand"
import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Page, Session, SourceRecord } from "@/lib/domain/session"
import {
  startWorkstudioSimulator,
  type WorkstudioSimulator,
} from "@/simulators/workstudio/start-workstudio-simulator"
import { workstudio } from "./session"

let simulator: WorkstudioSimulator
const sessions: Session[] = []
beforeEach(async () => {
  simulator = await startWorkstudioSimulator({ circuits: 40 })
})
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close()
  await simulator.stop()
})

type Opening = {
  settings?: Record<string, Json>
  credentials?: Record<string, string>
  errand?: Errand
  signal?: AbortSignal
}

function open({
  settings = {},
  credentials = simulator.credentials,
  errand,
  signal = new AbortController().signal,
}: Opening = {}): Session {
  const session = workstudio.openSession({
    settings: { baseUrl: simulator.url, views: simulator.views, pauseMs: 0, ...settings },
    credentials,
    allowedPrivateHosts: ["127.0.0.1"],
    signal,
    retry: { baseMs: 1, maxMs: 5, timeoutMs: 5000 },
    ...(errand === undefined ? {} : { errand }),
  })
  sessions.push(session)
  return session
}

async function read(session: Session, stream: StreamId = "circuits", cursor: string | null = null) {
  const pages: Page[] = []
  const all = async () => {
    for await (const page of session.read(stream, cursor)) pages.push(page)
  }
  const error = await all().then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return {
    pages,
    error,
    records: pages.flatMap((page) => page.records),
    rejects: pages.flatMap((page) => page.rejects),
  }
}

const fieldsOf = (record: SourceRecord | undefined): CircuitFields => circuitFields.parse(record?.fields)
const viewCalls = () => simulator.state().requests["POST /DDOProtocol/GETVIEWDATA"] ?? 0

describe("S2-CIRCUITS reading circuits", () => {
  it("reads every status that is set, each in one call, and gives each circuit its fields", async () => {
    const { records, error, pages } = await read(open())
    expect([error, records.length, viewCalls()]).toEqual([null, 40, 4])
    expect(new Set(records.map(({ fields }) => circuitFields.parse(fields).apiStatus))).toEqual(
      new Set(["ACTIV", "QC", "REWRK", "CLOSE"]),
    )
    const [first] = records
    expect(first?.externalId).toMatch(/^\{[0-9A-F-]{36}\}$/)
    expect(fieldsOf(first)).toMatchObject({
      jobGuid: first?.externalId,
      apiStatus: "ACTIV",
      workOrder: expect.stringMatching(/^2026-\d+$/),
      totalMiles: expect.any(Number),
      apiModifiedAt: expect.stringMatching(/^2026-.*Z$/),
    })
    expect(pages.at(-1)).toMatchObject({ cursor: null, expectedTotal: 40 })
  })

  it("takes REWORK for REWRK, and sends REWRK", async () => {
    simulator.control({ faults: [{ kind: "empty_data", value: "ACTIV" }] })
    const { records } = await read(open({ settings: { statuses: ["REWORK"] } }))
    expect(records.length).toBeGreaterThan(0)
    expect(new Set(records.map((record) => fieldsOf(record).apiStatus))).toEqual(new Set(["REWRK"]))
  })

  it("reads only the statuses of the errand, and goes on from the one that a cursor names", async () => {
    const some = open({ errand: { filter: ["QC", "REWORK"] } })
    expect(some.scope("circuits")).toBe("WorkStudio, status QC, REWRK")
    await read(some)
    expect(viewCalls()).toBe(2)
    await read(open(), "circuits", "REWRK")
    expect(viewCalls()).toBe(4)
    await read(open({ errand: { filter: ["REWORK", "REWRK"] } }))
    expect(viewCalls()).toBe(5)
  })

  it("gives split children their extension, and one without any the main one", async () => {
    const { records } = await read(open())
    const children = records.map(fieldsOf).filter(({ extension }) => extension === "A")
    expect(children).toHaveLength(4)
    const wholes = new Map(
      records
        .map(fieldsOf)
        .filter(({ extension }) => extension === "@")
        .map((one) => [one.workOrder, one]),
    )
    for (const { workOrder } of children) expect(wholes.get(workOrder)).toBeDefined()
    simulator.control({ add: [{ extension: "", status: "QC", workOrder: "lonely" }] })
    const again = (await read(open())).records.map(fieldsOf)
    expect(again.find(({ workOrder }) => workOrder === "lonely")?.extension).toBe("@")
  })

  it("takes null dates for none and both forms of dates for what they are", async () => {
    simulator.control({
      add: [
        { workOrder: "a", start: null, status: "QC" },
        { workOrder: "b", start: "2025-12-05", status: "QC" },
        { workOrder: "c", start: "1767225600000", status: "QC" },
        { workOrder: "d", start: "2025-02-31", status: "QC" },
      ],
    })
    const fields = (await read(open())).records.map(fieldsOf)
    const startOf = (wanted: string) => fields.find(({ workOrder }) => workOrder === wanted)?.startDate
    expect(["a", "b", "c", "d"].map(startOf)).toEqual([null, "2025-12-05", "2026-01-01", null])
  })

  it("takes property names in any case", async () => {
    simulator.control({ faults: [{ kind: "shuffled_case" }] })
    const { records, error } = await read(open())
    expect([error, records.length]).toEqual([null, 40])
  })

  it("takes control characters out of texts", async () => {
    simulator.control({ faults: [{ kind: "control_characters", count: 1 }] })
    const { records, error } = await read(open())
    expect([error, fieldsOf(records[0]).title]).toEqual([null, "OAKDALE LINE"])
  })

  it("keeps no planner that has no domain, and reads other columns where the settings say so", async () => {
    simulator.control({ add: [{ workOrder: "x", takenBy: "\\jdoe", status: "QC" }] })
    const { records } = await read(open({ settings: { columns: { title: "VEGJOB_LINENAME" } } }))
    const found = records.map(fieldsOf).find(({ workOrder }) => workOrder === "x")
    expect(found?.takenBy).toBeNull()
    expect(records.every((record) => fieldsOf(record).title?.endsWith("LINE") === false)).toBe(true)
  })

  it("keeps of the reply what it needs, without the server's SQL", async () => {
    const { pages } = await read(open())
    expect(pages[0]?.raw).toContain("SS_JOBGUID")
    expect(pages[0]?.raw).not.toContain("select SS.JOBGUID")
    const [page] = pages
    const again = workstudio.mapStored("circuits", page?.raw ?? "", {
      baseUrl: simulator.url,
      views: simulator.views,
    })
    expect(again.records).toEqual(page?.records)
  })

  it("N-REPLAY reads a stored reply that lacks a column which the settings came to name since by the usual one", async () => {
    const { pages } = await read(open())
    const [page] = pages
    const since = { baseUrl: simulator.url, views: simulator.views }
    const columns = { contractor: "OUR_CONTRACTOR", jobGuid: "OUR_GUID", title: "VEGJOB_LINENAME" }
    const { records, rejects } = workstudio.mapStored("circuits", page?.raw ?? "", { ...since, columns })
    const were = page?.records.map(fieldsOf) ?? []
    expect([records.length, rejects]).toEqual([were.length, []])
    // The column that the page has is read, though it was chosen later, too
    expect(records.map(fieldsOf).map(({ title, ...others }) => [title?.endsWith("LINE"), others])).toEqual(
      were.map(({ title: _title, ...others }) => [false, others]),
    )
    const renamed = (page?.raw ?? "").replaceAll("SS_JOBGUID", "OLD_GUID")
    expect(() => workstudio.mapStored("circuits", renamed, { ...since, columns })).toThrow(
      /no column SS_JOBGUID/,
    )
  })

  it("reads an address that names the folder of protocols, in its own case", async () => {
    const { records } = await read(open({ settings: { baseUrl: `${simulator.url}/ddoprotocol/` } }))
    expect(records).toHaveLength(40)
    expect(simulator.state().requests["POST /ddoprotocol/GETVIEWDATA"]).toBe(4)
  })
})

describe("S3-ISOLATE rows that cannot be taken", () => {
  it.each([
    [{ kind: "short_row", count: 2 }, /47 cells and 48 headings/],
    [{ kind: "extra_cell", count: 2 }, /49 cells and 48 headings/],
    [{ kind: "no_guid", count: 2 }, /no job GUID in SS_JOBGUID/],
    [{ kind: "long_title", count: 2 }, /SS_TITLE is longer/],
  ] as const)("%j are rejects, and the others go on", async (fault, message) => {
    simulator.control({ faults: [fault] })
    const { records, rejects, error } = await read(open())
    // Two of each of the four lists
    expect([error, records.length, rejects.length]).toEqual([null, 32, 8])
    expect(rejects[0]?.message).toMatch(message)
  })

  it("S2-CIRCUITS a heading that is needed and missing fails the read and is named", async () => {
    simulator.control({ faults: [{ kind: "missing_heading", heading: "SS_JOBGUID" }] })
    expect((await read(open())).error).toMatchObject({
      code: "misconfigured",
      message: expect.stringContaining("SS_JOBGUID"),
    })
  })

  it("S2-CIRCUITS a heading that the settings name and the view lacks fails the read, for it would empty a field of every circuit", async () => {
    const { error } = await read(open({ settings: { columns: { region: "OUR_REGION" } } }))
    expect(error).toMatchObject({ code: "misconfigured", message: expect.stringContaining("OUR_REGION") })
  })

  it("takes a heading that comes twice for two columns", async () => {
    simulator.control({ faults: [{ kind: "double_heading", heading: "VEGJOB_OPCO" }] })
    const { records } = await read(open())
    expect(records[0]?.attributes).toMatchObject({
      VEGJOB_OPCO: "Example Power",
      VEGJOB_OPCO_2: "Example Power",
    })
  })
})

describe("S2-RETRY when the service fails", () => {
  const only = { errand: { filter: ["ACTIV"] } }

  it("S2-CIRCUITS takes an ERROR with status 200 for a failure, never for an empty list", async () => {
    simulator.control({ faults: [{ kind: "error_200", message: "Server received an invalid protocol" }] })
    const { error, pages } = await read(open(only))
    expect(error).toMatchObject({
      code: "bad_response",
      message: expect.stringContaining("Server received an invalid protocol"),
    })
    expect([pages.length, viewCalls()]).toEqual([0, 5])
  })

  it("takes DATASET without a data set for a failure, and one with no rows for an empty list", async () => {
    simulator.control({ faults: [{ kind: "no_dataset" }] })
    expect((await read(open(only))).error).toMatchObject({ code: "bad_response" })
    simulator.control({ faults: [{ kind: "empty_data" }] })
    expect(await read(open(only))).toMatchObject({ error: null, records: [], rejects: [] })
  })

  it.each([
    { kind: "error_200", times: 2 } as const,
    { kind: "status", status: 502, times: 4, on: "GETVIEWDATA" } as const,
  ])("passes over %j", async (fault) => {
    simulator.control({ faults: [fault] })
    const { error, pages } = await read(open(only))
    expect([error, pages[0]?.retries]).toEqual([null, fault.times])
  })

  it("makes five attempts of a call that keeps failing, and as many as are set", async () => {
    simulator.control({ faults: [{ kind: "status", status: 500, on: "GETVIEWDATA" }] })
    expect((await read(open(only))).error).toMatchObject({
      code: "unreachable",
      message: expect.stringContaining("5 times"),
    })
    expect(viewCalls()).toBe(5)
    await read(open({ ...only, settings: { attempts: 2 } }))
    expect(viewCalls()).toBe(7)
  })

  it("S2-CREDENTIALS never tries refused credentials again, and shows none of their web page", async () => {
    simulator.control({ refuse: [simulator.credentials.username] })
    const { error } = await read(open())
    expect(error).toMatchObject({ code: "unauthorized", message: expect.stringContaining("DOMAIN\\user") })
    expect([viewCalls(), JSON.stringify(error)]).toEqual([1, expect.not.stringContaining("<")])
  })

  it("S2-HEALTH asks first whether the server is there, and says so when it is not", async () => {
    simulator.control({ faults: [{ kind: "down" }] })
    expect((await read(open())).error).toMatchObject({
      message: expect.stringContaining("WorkStudio is unavailable"),
    })
    expect(viewCalls()).toBe(0)
  })

  it("S2-HEALTH takes a refusal at the front door for being up", async () => {
    expect((await read(open())).error).toBeNull()
    expect(simulator.state().requests["GET /"]).toBe(1)
  })
})

describe("S2-RATE the pause", () => {
  const errand = { subjects: async () => simulatorWorkOrders().map((key) => ({ key, logins: [] })) }

  it("comes after every five calls, the one for the health and those of retries among them", async () => {
    simulator.control({ faults: [{ kind: "error_200", times: 2 }] })
    await read(open({ errand, settings: { pauseAfterCalls: 5, pauseMs: 100 } }), "planned-units")
    const { times } = simulator.state()
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    const afterFives = gaps.filter((_gap, index) => (index + 1) % 5 === 0)
    expect([times.length, afterFives.length]).toEqual([15, 2])
    for (const gap of afterFives) expect(gap).toBeGreaterThanOrEqual(99)
  })

  it("lets no sixth call through while it lasts", async () => {
    const gone = new AbortController()
    const session = open({ errand, signal: gone.signal, settings: { pauseAfterCalls: 5, pauseMs: 60_000 } })
    const reading = read(session, "planned-units")
    await expect.poll(() => simulator.state().times.length).toBe(5)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(simulator.state().times).toHaveLength(5)
    gone.abort(new Error("enough"))
    expect((await reading).error).toEqual(new Error("enough"))
  })
})

const simulatorWorkOrders = () => Array.from({ length: 12 }, (_, at) => `2026-${1001 + at}`)

describe("S2-AGG planned units", () => {
  const errand = (...keys: string[]): Errand => ({
    subjects: async () => keys.map((key) => ({ key, logins: [] })),
  })

  it("adds up the units of a work order in one call, and hands none of them on", async () => {
    const { records, pages, error } = await read(open({ errand: errand("2026-1001") }), "planned-units")
    expect([error, records.length, viewCalls()]).toEqual([null, 1, 1])
    const totals = unitTotals.parse(records[0]?.fields)
    expect(records[0]?.externalId).toBe("2026-1001/@")
    const counted = Object.values(totals.unitCountsByType).reduce((sum, units) => sum + units, 0)
    const permitted = Object.values(totals.permissionCounts).reduce((sum, units) => sum + units, 0)
    expect([counted, permitted]).toEqual([totals.totalUnits, totals.totalUnits])
    for (const note of ["Jane Private", "gate code", "40.2345"])
      expect(JSON.stringify(pages)).not.toContain(note)
    expect(workstudio.mapStored("planned-units", pages[0]?.raw ?? "", {}).records).toEqual(records)
  })

  it("gives no sums, not even zeros, for a work order without rows", async () => {
    simulator.control({ units: [{ workOrder: "2026-1001", more: -1000 }] })
    const { records, error } = await read(open({ errand: errand("2026-1001") }), "planned-units")
    expect([error, records]).toEqual([null, []])
  })

  it("S2-LOG rejects the work order that fails and goes on, and fails when all do", async () => {
    simulator.control({ faults: [{ kind: "error_200", value: "2026-1002" }] })
    const some = await read(open({ errand: errand("2026-1001", "2026-1002", "2026-1003") }), "planned-units")
    expect([some.error, some.records.length, some.rejects.length]).toEqual([null, 2, 1])
    expect(some.rejects[0]?.message).toContain("2026-1002")
    const all = await read(open({ errand: errand("2026-1002") }), "planned-units")
    expect(all.error).toMatchObject({ code: "bad_response" })
    expect(all.pages).toEqual([])
  })

  it("S2-RETRY fails after ten work orders when none could be read, and leaves them all to the next try", async () => {
    simulator.control({ faults: [{ kind: "error_200", message: "Filter WO# was not found" }] })
    const wrong = { errand: errand(...simulatorWorkOrders()), settings: { attempts: 1 } }
    const { error, pages } = await read(open(wrong), "planned-units")
    expect([error, pages, viewCalls()]).toMatchObject([{ code: "bad_response" }, [], 10])
  })

  it("S2-LOG a run that is taken up again keeps what was read, though the rest fails", async () => {
    simulator.control({ faults: [{ kind: "error_200", value: "2026-1002" }] })
    const two = open({ errand: errand("2026-1001", "2026-1002"), settings: { attempts: 1 } })
    const { error, rejects } = await read(two, "planned-units", "2026-1001")
    expect([error, rejects.length]).toEqual([null, 1])
  })

  it("S2-LOG a work order that gets no answer is a reject too, and three in a row mean that the server is gone", async () => {
    const three = errand("2026-1001", "2026-1002", "2026-1003", "2026-1004")
    simulator.control({ faults: [{ kind: "status", status: 502, times: 5, on: "GETVIEWDATA" }] })
    const some = await read(open({ errand: three }), "planned-units")
    expect([some.error, some.records.length, some.rejects.length]).toEqual([null, 3, 1])
    simulator.control({ faults: [{ kind: "status", status: 502, on: "GETVIEWDATA" }] })
    const before = viewCalls()
    expect((await read(open({ errand: three }), "planned-units")).error).toMatchObject({
      code: "unreachable",
    })
    expect(viewCalls() - before).toBe(15)
  })

  it("leaves out rows of other work orders when the filter is not minded", async () => {
    const plain = await read(open({ errand: errand("2026-1001") }), "planned-units")
    simulator.control({ faults: [{ kind: "ignored_filter" }] })
    const ignored = await read(open({ errand: errand("2026-1001") }), "planned-units")
    expect(ignored.records).toEqual(plain.records)
    expect(ignored.pages[0]?.skipped).toBeGreaterThan(0)
  })

  it("goes on after the work order that a cursor names", async () => {
    await read(open({ errand: errand("2026-1001", "2026-1002", "2026-1003") }), "planned-units", "2026-1002")
    expect(viewCalls()).toBe(1)
  })
})

describe("S2-CREDENTIALS several logins", () => {
  const judged: string[] = []
  const [jdoe, amartin] = ["jdoe", "amartin"]
  const errandWith = (more: Errand = {}): Errand => ({
    logins: [jdoe, amartin].map((id, at) => ({ id: id ?? "", credentials: simulator.planners[at] ?? {} })),
    judged: async (id, verdict) => void judged.push(`${id ?? "service"} ${verdict}`),
    ...more,
  })
  beforeEach(() => judged.splice(0))

  it("goes by the person's own for the circuits of a run by hand", async () => {
    await read(open({ errand: errandWith({ order: ["amartin"] }) }))
    expect(new Set(simulator.state().callers)).toEqual(new Set(["TREECO\\amartin"]))
    expect(judged).toEqual(["amartin accepted"])
  })

  it("goes on with the next when one is refused, and asks that one no more", async () => {
    simulator.control({ refuse: ["TREECO\\jdoe"] })
    const { error } = await read(open({ errand: errandWith({ order: ["jdoe"] }) }))
    expect(error).toBeNull()
    expect(judged).toEqual(["jdoe refused", "service accepted"])
    expect(viewCalls()).toBe(5)
  })

  it("goes on with the service account where a member may not read a view, and asks that member no more", async () => {
    simulator.control({ bar: ["TREECO\\jdoe"] })
    const own = { errand: errandWith({ order: ["jdoe"] }), settings: { attempts: 2 } }
    const { error, records } = await read(open(own))
    expect([error, records.length, viewCalls()]).toEqual([null, 40, 6])
    expect(judged).toEqual(["service accepted"])
    simulator.control({ bar: [simulator.credentials.username] })
    expect((await read(open({ ...own, errand: errandWith() }))).error).toMatchObject({ code: "forbidden" })
  })

  it("reads planned units as their planner, else as the service account", async () => {
    const subjects = async () => [
      { key: "2026-1001", logins: ["jdoe"] },
      { key: "2026-1002", logins: ["nobody"] },
      { key: "2026-1003", logins: ["amartin", "jdoe"] },
    ]
    await read(open({ errand: errandWith({ subjects }) }), "planned-units")
    expect(simulator.state().callers).toEqual(["TREECO\\jdoe", "Default\\WSApiUser", "TREECO\\amartin"])
  })
})

describe("the check of the connection", () => {
  it("S4-WIZARD says what is there, and which columns there are to choose from", async () => {
    const check = await open().check()
    expect(check.detail).toMatch(
      /^Connected to WorkStudio at 127\.0\.0\.1:\d+\. The circuits view has 48 columns and \d+ circuits/,
    )
    expect(check.warnings).toEqual([])
    expect(check.choices.columns).toContainEqual({
      value: "REGION",
      label: expect.stringMatching(/^REGION, e\.g\. /),
    })
    const exampleOf = (wanted: string) =>
      check.choices.columns?.find(({ value }) => value === wanted)?.label.split(", e.g. ")[1]
    // Neither is a moment, though a date could be read out of both
    expect(exampleOf("SS_WO")).toMatch(/^2026-1\d{3}$/)
    expect(exampleOf("VEGJOB_LENGTH")).toMatch(/^\d{1,3}(\.\d+)?$/)
    expect(exampleOf("SS_EDITDATE")).toMatch(/^2026-\d\d-\d\dT.*Z$/)
  })

  it("names what is wrong: password, GUID, filter", async () => {
    const wrong = { ...simulator.credentials, password: "wrong-password" }
    await expect(open({ credentials: wrong }).check()).rejects.toMatchObject({ code: "unauthorized" })
    const other = { circuits: "{BBBBBBBB-0000-4000-8000-000000000001}" }
    await expect(open({ settings: { views: other } }).check()).rejects.toMatchObject({
      message: expect.stringContaining("was not found"),
    })
    expect(() => open({ settings: { views: { circuits: "no guid" } } })).toThrow(/needs the GUID of a view/)
  })

  it("S4-WIZARD tries the planned units view, too, and warns of what it lacks", async () => {
    expect((await open().check()).detail).toMatch(/The planned units view has 34 columns\.$/)
    const { circuits } = simulator.views
    const without = await open({ settings: { views: { circuits, plannedUnits: circuits } } }).check()
    expect(without.warnings).toEqual([
      expect.stringMatching(/^Planned units cannot be read: .*no column .*VEGUNIT_PERMSTAT/),
    ])
    const plannedUnits = "{BBBBBBBB-0000-4000-8000-000000000001}"
    const { detail, warnings } = await open({ settings: { views: { circuits, plannedUnits } } }).check()
    expect(warnings).toEqual([expect.stringMatching(/^Planned units cannot be read: .*was not found/)])
    expect(detail).toContain("The circuits view has 48 columns")
  })

  it("S4-WIZARD tries the planned units view once, and warns when it fails or the check's time is over", async () => {
    simulator.control({ faults: [{ kind: "status", status: 502, on: "GETVIEWDATA", after: 1 }] })
    const { warnings } = await open().check()
    expect(warnings).toEqual([expect.stringMatching(/^Planned units cannot be read: .*\(502\)/)])
    expect(viewCalls()).toBe(2)
    simulator.control({ reset: true, faults: [{ kind: "hang", on: "GETVIEWDATA", after: 1 }] })
    const deadline = new AbortController()
    const checking = open({ signal: deadline.signal }).check()
    await expect.poll(viewCalls).toBe(2)
    deadline.abort(new ProviderError({ code: "timeout", message: "Too long." }))
    expect((await checking).warnings).toEqual(["Planned units could not be tried: Too long."])
  })

  it("does without a heartbeat, and warns of what is not checked or not set", async () => {
    simulator.control({ faults: [{ kind: "no_heartbeat" }] })
    const settings = { views: { circuits: simulator.views.circuits }, insecureTls: true }
    const { warnings } = await open({ settings }).check()
    expect(warnings.join(" ")).toMatch(/certificate is not checked.*No planned units view/)
  })

  it("O-LIMITS takes views, statuses and the unit table in the forms people write", () => {
    const parsed = workstudio.settings.parse({
      baseUrl: "https://ws.example.com:8443/",
      views: {
        circuits: "aaaaaaaa-0000-4000-8000-000000000001",
        planned_units: { ViewDefinitionGuid: simulator.views.plannedUnits.guid },
      },
      statuses: "activ, REWORK",
      unitTable: [{ code: "spm", category: "VNW" }],
    })
    expect(parsed).toMatchObject({
      baseUrl: "https://ws.example.com:8443",
      views: { circuits: simulator.views.circuits, plannedUnits: simulator.views.plannedUnits },
      statuses: ["ACTIV", "REWRK"],
      unitTable: { SPM: "none", MPM: "line" },
    })
    expect(workstudio.settings.parse(parsed)).toEqual(parsed)
    expect(workstudio.settings.parse({ ...parsed, unitTable: { VCT: ["zz1", "ZZ2"] } })).toMatchObject({
      unitTable: { ZZ1: "trees", ZZ2: "trees" },
    })
    expect(() => workstudio.settings.parse({ ...parsed, unitTable: { SPM: "bananas" } })).toThrow(
      /say line, area/,
    )
  })
})
