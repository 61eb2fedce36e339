import type { IncomingHttpHeaders, ServerResponse } from "node:http"
import { afterEach, describe, expect, it } from "vitest"
import type { Page, Session } from "@/lib/domain/session"
import { startTestServer, type TestServer } from "@/lib/http/test-server.test-support"
import { azureIotHub } from "./session"

// Hubs that answer in other forms than our stand-in does

let server: TestServer
let session: Session
afterEach(async () => {
  await session.close()
  await server.stop()
})

type Asked = { path: string; query: string; headers: IncomingHttpHeaders }
type Said = { status: number; headers?: Record<string, string>; body?: unknown }

/** A hub whose replies are told by what is asked. */
async function open(say: (asked: Asked) => Said): Promise<Session> {
  server = await startTestServer((_, response, request) => {
    void request.toArray().then((parts) => {
      const body = parts.join("")
      const query = body === "" ? "" : JSON.parse(body).query
      send(response, say({ path: request.url ?? "", query, headers: request.headers }))
    })
  })
  const key = Buffer.from("a key of thirty-two bytes or so.").toString("base64")
  session = azureIotHub.openSession({
    settings: { endpoint: server.url },
    credentials: {
      connectionString: `HostName=a.azure-devices.net;SharedAccessKeyName=p;SharedAccessKey=${key}`,
    },
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
    retry: { baseMs: 1, maxMs: 5, timeoutMs: 5000 },
  })
  return session
}

function send(response: ServerResponse, { status, headers = {}, body = "" }: Said): void {
  response.writeHead(status, headers)
  response.end(typeof body === "string" ? body : JSON.stringify(body))
}

async function read(): Promise<Page[]> {
  const pages: Page[] = []
  for await (const page of session.read("devices", null)) pages.push(page)
  return pages
}

const twins = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ deviceId: `d-${from + at}`, version: 1 }))
const isModules = ({ query }: Asked): boolean => query.includes("devices.modules")
const isStatistics = ({ path }: Asked): boolean => path.startsWith("/statistics")

describe("S3-PAGES pages in other forms", () => {
  it("come larger than asked for, with headers in any case, and end at an empty token", async () => {
    const seen: IncomingHttpHeaders[] = []
    await open((asked) => {
      if (isStatistics(asked)) return { status: 404 }
      if (isModules(asked)) return { status: 200, body: [] }
      seen.push(asked.headers)
      return asked.headers["x-ms-continuation"] === undefined
        ? { status: 200, headers: { "X-MS-Continuation": "b3BhcXVl" }, body: twins(0, 1000) }
        : { status: 200, headers: { "x-ms-continuation": "" }, body: twins(1000, 17) }
    })
    const pages = await read()
    expect(pages.map(({ records }) => records.length)).toEqual([1000, 17])
    expect(seen.map((headers) => headers["x-ms-continuation"])).toEqual([undefined, "b3BhcXVl"])
    expect(seen[0]).toMatchObject({
      "content-type": "application/json",
      "x-ms-max-item-count": "100",
      authorization: expect.stringMatching(/^SharedAccessSignature sr=a\.azure-devices\.net&/),
    })
  })

  it("hold twins with nothing but an id", async () => {
    await open((asked) => {
      if (isStatistics(asked)) return { status: 200, body: { totalDeviceCount: "unknown" } }
      return { status: 200, body: isModules(asked) ? [] : [{ deviceId: "d-1" }] }
    })
    const [page] = await read()
    expect(page).toMatchObject({
      expectedTotal: null,
      rejects: [],
      records: [
        {
          externalId: "d-1",
          sourceVersion: null,
          fields: { name: "d-1", kind: "standard" },
          attributes: {},
          state: { connectionState: "unknown", lastActivityAt: null },
        },
      ],
    })
  })
})

describe("S0-ERROR what a hub refuses, in each form that is known", () => {
  const unauthorized = "ErrorCode:IotHubUnauthorizedAccess;Unauthorized"
  it.each<[string, RegExp, Said]>([
    [
      "unauthorized",
      /refused the policy p/,
      { status: 401, body: { Message: unauthorized, ExceptionMessage: "x" } },
    ],
    ["unauthorized", /refused the policy p/, { status: 401, body: { errorCode: 401_003, message: "no" } }],
    ["unauthorized", /refused the policy p/, { status: 401 }],
    ["unauthorized", /no IoT hub at/, { status: 401, body: { errorCode: "401001" } }],
    [
      "quota_exhausted",
      /midnight UTC/,
      { status: 403, body: { Message: "ErrorCode:IotHubQuotaExceeded;spent" } },
    ],
    ["quota_exhausted", /midnight UTC/, { status: 403, body: { errorCode: 403_002, message: "spent" } }],
    ["forbidden", /refused the policy p/, { status: 403, body: "<h1>Forbidden</h1>" }],
    ["unreachable", /failing over/, { status: 404, body: { errorCode: 404_012, message: "failing over" } }],
    ["rate_limited", /fewer requests/, { status: 429 }],
    ["rate_limited", /fewer requests/, { status: 429, body: { errorCode: 429_002 } }],
    ["timeout", /408/, { status: 408 }],
    ["unreachable", /504/, { status: 504, body: "<h1>Gateway Timeout</h1>" }],
    ["unreachable", /503/, { status: 503, body: { Message: "ErrorCode:ServerBusy;busy" } }],
    ["bad_response", /no list/, { status: 200, body: { value: [] } }],
  ])("is %s (%s %j)", async (code, message, said) => {
    await open(() => said)
    await expect(session.check()).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it("S4-RETRY waits as many seconds as the words of a refusal say", async () => {
    let refused = false
    const began = performance.now()
    await open((asked) => {
      if (isStatistics(asked)) return { status: 404 }
      if (refused) return { status: 200, body: [] }
      refused = true
      const words =
        "The request has been throttled. Wait 1 seconds and try again. Operation type: QueryDevices"
      return { status: 429, body: { Message: `ErrorCode:ThrottlingBacklogTimeout;${words}` } }
    })
    await read()
    expect(performance.now() - began).toBeGreaterThan(990)
  })
})

describe("S3-REMOVE a device that a hub says is gone", () => {
  it.each<[string, boolean, Said]>([
    ["by name", true, { status: 404, body: { Message: "ErrorCode:DeviceNotFound;d-1" } }],
    ["by name under errorCode", true, { status: 404, body: { errorCode: "DeviceNotFound", message: "d-1" } }],
    ["by number", true, { status: 404, body: { errorCode: 404_001, message: "d-1" } }],
    ["without a word", false, { status: 404 }],
    ["while it fails over", false, { status: 404, body: { errorCode: 404_012 } }],
    ["as a web page", false, { status: 404, body: "<h1>DeviceNotFound</h1>" }],
  ])("%s: believed is %s", async (_, isBelieved, said) => {
    await open(() => said)
    const gone = isBelieved ? ["d-1"] : []
    expect(await session.confirmAbsent?.("devices", ["d-1"])).toEqual({ gone, there: [] })
  })
})

it("S3-VERSION a device made anew is told by its twin's version where a hub tells no etag", async () => {
  await open(({ path }) => {
    if (path.startsWith("/twins/anew")) return { status: 200, body: { deviceId: "anew", version: 2 } }
    if (path.startsWith("/twins/behind")) return { status: 200, body: { deviceId: "behind", version: 9 } }
    return { status: 404, body: { Message: "ErrorCode:DeviceNotFound;" } }
  })
  const asked = ["anew", "behind", "gone"].map((externalId) => ({ externalId, sourceVersion: 2 }))
  expect(await session.confirmAnew?.("devices", asked)).toEqual(["anew"])
})
