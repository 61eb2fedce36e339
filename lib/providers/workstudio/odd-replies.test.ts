import { afterEach, describe, expect, it } from "vitest"
import { circuitFields } from "@/lib/domain/circuit"
import type { Errand } from "@/lib/domain/errand"
import type { Json } from "@/lib/domain/json"
import type { Page } from "@/lib/domain/session"
import { startTestServer, type TestServer } from "@/lib/http/test-server.test-support"
import { workstudio } from "./session"

const guid = "{AAAAAAAA-0000-4000-8000-000000000001}"
const heading = [
  "ss_jobguid",
  "Ss_Wo",
  "SS_EXT ",
  "SS_TITLE",
  "WSREQ_STATUS",
  "SS_EDITDATE",
  "SS_TAKENBY",
  "NEW_COLUMN",
]
const row = (...cells: Json[]): Json[] => [
  "8f1c0000-0000-4000-8000-00000000aaaa",
  "2026-1001",
  "",
  "OAKDALE",
  "ACTIV",
  ...cells,
]

let server: TestServer
afterEach(() => server.stop())

type Answer = { status?: number; body: Json | string }

/** A session with a server at this address. */
const open = (url: string, errand: Errand) =>
  workstudio.openSession({
    settings: {
      baseUrl: url,
      views: { circuits: { guid, filterName: "Own Filter" }, plannedUnits: guid },
      pauseAfterCalls: 0,
    },
    credentials: { username: "TREECO\\jdoe", password: "secret-password" },
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
    retry: { baseMs: 1, maxMs: 2, timeoutMs: 5000 },
    errand,
  })

/** Reads the circuits of one status from a server that gives these replies in turn, the last for ever. */
async function readFrom(...answers: Answer[]) {
  const bodies: string[] = []
  let asked = 0
  server = await startTestServer((_count, response, request) => {
    if (request.method === "GET") return response.end("welcome")
    request.on("data", (chunk) => bodies.push(String(chunk)))
    const { status = 200, body } = answers[Math.min(asked++, answers.length - 1)] ?? { body: "" }
    response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body))
  })
  const session = open(server.url, { filter: ["REWORK"] })
  const pages: Page[] = []
  let error: unknown = null
  try {
    for await (const page of session.read("circuits", null)) pages.push(page)
  } catch (thrown) {
    error = thrown
  } finally {
    await session.close()
  }
  const fields = pages.flatMap(({ records }) => records.map((record) => circuitFields.parse(record.fields)))
  return { error, fields, pages, asked, request: JSON.parse(bodies[0] ?? "null") }
}

const reply = (data: Json, more: Record<string, Json> = {}): Answer => ({
  body: { protocol: "DATASET", DATASET: { heading, Data: data }, ...more },
})

describe("S2-CIRCUITS replies as servers give them", () => {
  it("takes names and headings in any case, further columns, and GUIDs without braces", async () => {
    const { error, fields, pages, request } = await readFrom(
      reply([row("/Date(2026-01-20T21:48:22.216Z)/", "TREECO\\jdoe", true)], { errorMessage: "" }),
    )
    expect([error, fields]).toMatchObject([
      null,
      [
        {
          jobGuid: "{8F1C0000-0000-4000-8000-00000000AAAA}",
          extension: "@",
          apiModifiedAt: "2026-01-20T21:48:22.216Z",
          takenBy: "TREECO\\jdoe",
        },
      ],
    ])
    expect(pages[0]?.records[0]?.attributes).toEqual({ NEW_COLUMN: true })
    expect(request.ViewFilter).toMatchObject({
      FilterName: "Own Filter",
      FilterValue: "REWRK",
      FilterCaption: "Rework",
    })
  })

  it.each([
    "/Date(1899-12-30)/",
    "/Date(1899-12-30T00:00:00.000Z)/",
    "/Date(0001-01-01)/",
    "/Date(-2209161600000)/",
    0,
    "",
    null,
    "soon",
  ])("takes %j for no date", async (date) => {
    expect((await readFrom(reply([row(date, "", 1)]))).fields[0]?.apiModifiedAt).toBeNull()
  })

  it.each([
    ["/Date(2025-12-05)/", "2025-12-05T00:00:00.000Z"],
    ["/Date(1764892800000)/", "2025-12-05T00:00:00.000Z"],
    [45996.5, "2025-12-05T12:00:00.000Z"],
  ])("takes %j for %s", async (date, moment) => {
    expect((await readFrom(reply([row(date, "", 1)]))).fields[0]?.apiModifiedAt).toBe(moment)
  })

  it("takes a list with neither headings nor rows for an empty one, and one whose rows lack headings for a failure", async () => {
    const empty: Json = { Heading: [], Data: [] }
    expect(await readFrom({ body: { Protocol: "DATASET", DataSet: empty } })).toMatchObject({
      error: null,
      fields: [],
    })
    await server.stop()
    const bare: Json = { Heading: ["SS_WO"], Data: [] }
    expect((await readFrom({ body: { Protocol: "DATASET", DataSet: bare } })).error).toMatchObject({
      message: expect.stringMatching(/no column SS_JOBGUID, SS_EXT, SS_TITLE, WSREQ_STATUS/),
    })
  })

  it.each<[string, Json]>([
    ["an ERROR in any case", { PROTOCOL: "Error", ERRORMESSAGE: "View is broken" }],
    ["an ERROR without a message", { protocol: "ERROR" }],
    ["a message without rows", { Protocol: "OK", errorMessage: "View is broken" }],
    ["a result of a query without rows", { Protocol: "QUERYRESULT" }],
  ])("S2-RETRY takes %s with status 200 for a failure, tried five times", async (_what, body) => {
    const { error, pages, asked } = await readFrom({ body })
    expect([error, pages, asked]).toMatchObject([{ code: "bad_response" }, [], 5])
  })

  it.each([400, 403, 404, 405, 409, 422, 429, 500, 502, 503])(
    "S2-RETRY tries a %i again, five times in all",
    async (status) => {
      const html = { status, body: "<!DOCTYPE html><h1>Sorry</h1>" }
      const { error, asked } = await readFrom(html)
      expect([error, asked]).toMatchObject([{ message: expect.stringContaining("5 times") }, 5])
      await server.stop()
      expect(await readFrom(html, html, html, html, reply([]))).toMatchObject({ error: null, asked: 5 })
    },
  )

  it("O-SECRETS shows no password that WorkStudio repeats in its own words", async () => {
    const said = "Login failed: USER NAME=TREECO\\jdoe PASSWORD=secret-password"
    const { error } = await readFrom({ body: { Protocol: "ERROR", errorMessage: said } })
    expect(error).toMatchObject({ providerSaid: expect.stringContaining("PASSWORD=[secret]") })
    expect(error).toMatchObject({ message: expect.not.stringContaining("secret-password") })
  })

  it("S2-RETRY never tries a 401 again", async () => {
    const { error, asked } = await readFrom({ status: 401, body: "<html>Unauthorized</html>" }, reply([]))
    expect([error, asked]).toMatchObject([{ code: "unauthorized" }, 1])
  })
})

describe("S2-AGG rows of planned units as servers give them", () => {
  const unitHeading = [
    "SS_WO",
    "SS_EXT",
    "VEGUNIT_UNIT",
    "VEGUNIT_PERMSTAT",
    "VEGUNIT_FORESTER",
    "JOBVEGETATIONUNITS_LENGTHWRK",
    "JOBVEGETATIONUNITS_ACRES",
    "JOBVEGETATIONUNITS_NUMTREES",
  ]

  async function readUnits(data: Json[]) {
    server = await startTestServer((_count, response) => {
      response.end(JSON.stringify({ Protocol: "DATASET", DataSet: { Heading: unitHeading, Data: data } }))
    })
    const session = open(server.url, { subjects: async () => [{ key: "2026-1", logins: [] }] })
    const pages: Page[] = []
    for await (const page of session.read("planned-units", null)) pages.push(page)
    await session.close()
    return {
      records: pages.flatMap((page) => page.records),
      rejects: pages.flatMap((page) => page.rejects),
    }
  }

  it("names the work order in the first reject when a row of it cannot be read, so that parts without sums are not settled", async () => {
    const short: Json = ["2026-1", "@"]
    expect(await readUnits([short, short])).toMatchObject({
      records: [],
      rejects: [{ externalId: "2026-1" }, { externalId: null }],
    })
    await server.stop()
    const whole: Json = ["2026-1", "@", "SPM", "Approved", "Pat", 1, 1, 1]
    expect(await readUnits([short, whole])).toMatchObject({
      records: [{ externalId: "2026-1/@" }],
      rejects: [{ externalId: "2026-1" }],
    })
    await server.stop()
    expect(await readUnits([whole])).toMatchObject({ records: [{ externalId: "2026-1/@" }], rejects: [] })
  })

  it("counts whatever the types and planners are called, and rejects sums that cannot be", async () => {
    const { records, rejects } = await readUnits([
      ["2026-1", "@", "constructor", "toString", "valueOf", 1, 1, 1],
      ["2026-1", "@", "constructor", "toString", "valueOf", 1, 1, 1],
      ["2026-1", "A", "REM612", "", "", 0, 0, 3_000_000_000],
    ])
    expect(records).toMatchObject([
      {
        externalId: "2026-1/@",
        fields: {
          totalUnits: 2,
          unitCountsByType: { constructor: 2 },
          permissionCounts: { toString: 2 },
          plannerDistribution: { valueOf: { unitCount: 2 } },
        },
      },
    ])
    expect(rejects).toMatchObject([
      { externalId: "2026-1/A", path: "totalTrees", message: expect.stringContaining("extension A") },
    ])
  })
})

describe("S4-WIZARD the check of the planned units view", () => {
  async function checkWith(units: Json) {
    server = await startTestServer((_count, response, request) => {
      const parts: string[] = []
      request.on("data", (chunk) => parts.push(String(chunk)))
      request.on("end", () => {
        const isOfUnits = parts.join("").includes("WO Number")
        const dataSet = isOfUnits ? units : { Heading: heading, Data: [row("", "", 1)] }
        response.end(JSON.stringify({ Protocol: "DATASET", DataSet: dataSet }))
      })
    })
    const session = open(server.url, {})
    try {
      return await session.check()
    } finally {
      await session.close()
    }
  }

  it("says nothing of an empty list without headings, and offers no other columns for one that lacks some", async () => {
    const empty = await checkWith({ Heading: [], Data: [] })
    expect(empty.detail).toMatch(/^Connected to WorkStudio/)
    expect(`${empty.detail} ${empty.warnings.join(" ")}`).not.toMatch(/planned units/i)
    await server.stop()
    const { warnings } = await checkWith({ Heading: ["SS_WO"], Data: [] })
    expect(warnings).toContainEqual(
      expect.stringMatching(
        /^Planned units cannot be read: The planned units view .*no column SS_EXT,.* Add them to the view in WorkStudio, or choose another view\.$/,
      ),
    )
  })
})
