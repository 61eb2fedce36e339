import type { ServerResponse } from "node:http"
import { afterEach, describe, expect, it } from "vitest"
import type { ProviderError } from "@/lib/domain/provider-error"
import type { Page, Session } from "@/lib/domain/session"
import { startTestServer, type TestServer } from "@/lib/http/test-server.test-support"
import { awsIot } from "./session"

// Servers that speak AWS's protocols in other accents than our stand-in does

let server: TestServer
let session: Session
afterEach(async () => {
  await session.close()
  await server.stop()
})

type Said = { status: number; headers?: Record<string, string>; body?: unknown }

/** A server whose replies are told by the path that is asked for. */
async function open(say: (path: string) => Said): Promise<Session> {
  server = await startTestServer((_, response, request) => send(response, say(request.url ?? "")))
  session = awsIot.openSession({
    settings: { region: "eu-central-1", endpoint: server.url },
    credentials: { accessKeyId: "AKIA", secretAccessKey: "secret" },
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
    retry: { baseMs: 1, maxMs: 5, timeoutMs: 5000 },
  })
  return session
}

function send(response: ServerResponse, { status, headers = {}, body }: Said): void {
  response.writeHead(status, headers)
  response.end(typeof body === "string" ? body : JSON.stringify(body))
}

async function read(): Promise<Page[]> {
  const pages: Page[] = []
  for await (const page of session.read("devices", null)) pages.push(page)
  return pages
}

const failure = (): Promise<ProviderError> =>
  read().then(
    () => Promise.reject(new Error("It read.")),
    (error) => error,
  )

const name = "ResourceNotFoundException"

describe("S3-REMOVE a thing that AWS says is gone", () => {
  it.each<[string, Said]>([
    [
      "a header with an address",
      { status: 404, headers: { "X-Amzn-ErrorType": `${name}:http://a.example/` }, body: {} },
    ],
    [
      "a header with a list",
      { status: 404, headers: { "x-amzn-errortype": `${name},http://a.example/` }, body: {} },
    ],
    [
      "__type with a namespace",
      { status: 404, body: { __type: `com.amazonaws.iot#${name}`, message: "gone" } },
    ],
    ["code", { status: 404, body: { code: name, message: "gone" } }],
    ["Code", { status: 404, body: { Code: name, Message: "gone" } }],
  ])("is believed by %s", async (_, said) => {
    await open(() => said)
    expect(await session.confirmAbsent?.("devices", ["pump-1"])).toEqual({ gone: ["pump-1"], there: [] })
  })

  it.each<[string, Said]>([
    ["an empty reply", { status: 404, body: "" }],
    ["a web page", { status: 404, headers: { "content-type": "text/html" }, body: "<h1>Not Found</h1>" }],
    ["words alone", { status: 404, body: { message: "Not Found" } }],
    ["an operation that is not known", { status: 404, body: { __type: "UnknownOperationException" } }],
    ["an error of its own", { status: 500, body: { __type: "InternalFailureException" } }],
  ])("is not believed by %s", async (_, said) => {
    await open(() => said)
    expect(await session.confirmAbsent?.("devices", ["pump-1"])).toEqual({ gone: [], there: [] })
  })
})

describe("S0-ERROR what AWS refuses", () => {
  it.each<[string, Said]>([
    ["rate_limited", { status: 400, body: { __type: "ThrottlingException", message: "Rate exceeded" } }],
    ["rate_limited", { status: 429, body: "" }],
    ["unauthorized", { status: 403, body: { __type: "ExpiredTokenException", message: "expired" } }],
    ["unauthorized", { status: 403, headers: { "x-amzn-ErrorType": "InvalidSignatureException" }, body: {} }],
    ["unauthorized", { status: 401, body: { message: "Unauthorized" } }],
    ["forbidden", { status: 403, body: { __type: "AccessDeniedException", Message: "not authorized" } }],
    ["forbidden", { status: 403, headers: { "content-type": "text/html" }, body: "<h1>Forbidden</h1>" }],
    ["unreachable", { status: 503, body: { code: "ServiceUnavailableException" } }],
    ["bad_response", { status: 200, headers: { "content-type": "text/html" }, body: "<h1>Welcome</h1>" }],
  ])("is %s by name or status, whatever the form (%j)", async (code, said) => {
    await open(() => said)
    expect(await failure()).toMatchObject({ code })
  })
})

describe("S3-AWS-THINGS servers that offer less", () => {
  const things = {
    things: [{ thingName: "pump-1" }, { thingName: "pump-2", attributes: null }],
    nextToken: "",
  }

  it.each<[string, Said]>([
    ["leave empty lists out", { status: 200, body: {} }],
    ["do not know the operation", { status: 404, body: { __type: "UnknownOperationException" } }],
    [
      "have not made it",
      { status: 501, body: { __type: "InternalFailure", message: "not yet implemented" } },
    ],
    ["refuse the method", { status: 405, body: "" }],
    ["call it an invalid action", { status: 400, body: { __type: "InvalidAction" } }],
  ])("are read where they %s", async (_, said) => {
    await open((path) => {
      if (path.startsWith("/things?")) return { status: 200, body: things }
      if (path.includes("/shadow")) return { status: 404, body: { message: "No shadow exists" } }
      return said
    })
    const pages = await read()
    expect(pages).toHaveLength(1)
    expect(pages[0]?.records).toMatchObject([
      { externalId: "pump-1", sourceVersion: null, fields: { kind: "standard", model: null } },
      { externalId: "pump-2" },
    ])
    expect(pages[0]).not.toHaveProperty("incomplete")
  })

  const types = ["pump", "valve"].map((name) => ({
    thingTypeName: name,
    thingTypeArn: `arn:aws:iot:eu-central-1:123456789012:thingtype/${name}`,
  }))
  const page = {
    status: 500,
    headers: { "content-type": "text/html" },
    body: "<h1>Internal Server Error</h1>",
  }
  const missing = { status: 404, headers: { "content-type": "text/html" }, body: "<h1>Not Found</h1>" }

  /** Like Moto, which has no tags of thing types: it answers with a web page of its own. */
  const withoutTags = (tags: (path: string) => Said) => (path: string) => {
    if (path.startsWith("/things?")) return { status: 200, body: things }
    if (path.startsWith("/thing-types?")) return { status: 200, body: { thingTypes: types, nextToken: null } }
    return path.startsWith("/tags") ? tags(path) : missing
  }

  it("are read where they fail for every tag list with a web page, and the check says what is missing", async () => {
    await open(withoutTags(() => page))
    const [devices] = await read()
    expect(devices?.records).toHaveLength(2)
    expect(devices).not.toHaveProperty("incomplete")
    const models = []
    for await (const { records } of session.read("device-models", null)) models.push(...records)
    expect(models.map(({ externalId }) => externalId)).toEqual(["pump", "valve"])
    const { warnings } = await session.check()
    expect(warnings.join(" ")).toMatch(/no Greengrass.*keeps no tags of thing types/)
  })

  it.each<[string, (path: string) => Said]>([
    ["fail for one", (path) => (path.includes("valve") ? page : { status: 200, body: { tags: [] } })],
    [
      "fail in AWS's words",
      () => ({ status: 500, body: { __type: "InternalFailureException", message: "no" } }),
    ],
    ["are behind a gateway that fails", () => ({ ...page, status: 503 })],
  ])("S3-REMOVE are not taken for such where they %s", async (_, tags) => {
    await open(withoutTags(tags))
    expect(await failure()).toMatchObject({ code: "unreachable" })
  })

  it("S3-REMOVE are not believed to have no things at all where they send no list of them", async () => {
    await open(() => ({ status: 200, body: {} }))
    expect(await failure()).toMatchObject({ code: "bad_response" })
  })
})
