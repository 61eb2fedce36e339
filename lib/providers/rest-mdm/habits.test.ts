import type { IncomingMessage, ServerResponse } from "node:http"
import { afterEach, describe, expect, it, test } from "vitest"
import type { Json } from "@/lib/domain/json"
import { startTestServer, type TestServer } from "@/lib/http/test-server.test-support"
import { readAll } from "@/lib/providers/conformance.test-support"
import { registry } from "@/lib/providers/registry"

/** Servers with habits of their own, each as a real one may have it. */
let server: TestServer
afterEach(() => server.stop())

type Ask = { url: URL; request: IncomingMessage; response: ServerResponse; count: number }
const start = async (answer: (ask: Ask) => void) => {
  server = await startTestServer((count, response, request) =>
    answer({ url: new URL(request.url ?? "/", "http://127.0.0.1"), request, response, count }),
  )
}
const send = (response: ServerResponse, value: Json, headers: Record<string, string | string[]> = {}) =>
  response.writeHead(200, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(value))

const device = (id: number) => ({ id, serial: `SERIAL${String(id).padStart(5, "0")}`, name: `Device ${id}` })
const devices = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => device(from + n))

const open = (config: Record<string, Json>, credentials: Record<string, string> = {}) =>
  registry["rest-mdm"].openSession({
    settings: {
      config: {
        base_url: `${server.url}/api/v1`,
        auth: { type: "none" },
        fields: { external_id: "$.id", serial_number: "$.serial", name: "$.name" },
        ...config,
      },
    },
    credentials,
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
    retry: { baseMs: 5, maxMs: 20 },
  })
const linked = { path: "/devices", items: "$", pagination: { style: "link_header" } }
const whole = { path: "/devices", items: "$", pagination: { style: "none" } }
const followed = { path: "/devices", items: "$.devices", pagination: { style: "next_url", next: "$.next" } }

describe("S3-PAGES the next page, however its address is written", () => {
  const host = () => new URL(server.url).host
  it.each<[string, (at: number) => string]>([
    ["whole", (at) => `${server.url}/api/v1/devices?at=${at}`],
    ["from the root of the host", (at) => `/api/v1/devices?at=${at}`],
    ["relative to the list", (at) => `devices?at=${at}`],
    ["a query alone", (at) => `?at=${at}`],
    ["with http, or https, where the other is asked", (at) => `https://${host()}/api/v1/devices?at=${at}`],
    ["without a scheme", (at) => `//${host()}/api/v1/devices?at=${at}`],
    ["with signs that are encoded", (at) => `?at=${at}&token=a%2Bb%2F%3D%20c`],
  ])("%s", async (_, next) => {
    await start(({ url, response }) => {
      const at = Number(url.searchParams.get("at") ?? 0)
      if (url.pathname !== "/api/v1/devices") return void response.writeHead(404).end("{}")
      if (at > 0 && next(0).includes("token") && url.searchParams.get("token") !== "a+b/= c")
        return void response.writeHead(400).end("{}")
      send(response, {
        devices: devices(at, Math.min(at + 20, 50)),
        next: at + 20 < 50 ? next(at + 20) : null,
      })
    })
    const { error, records } = await readAll(open({ list: followed }))
    expect([error, records.length]).toEqual([null, 50])
  })

  it.each<[string, (next: string) => string | string[]]>([
    [
      "among others",
      (next) => `</api/v1/devices>; rel="first", <${next}>; rel="next", </api/v1/devices?at=40>; rel="last"`,
    ],
    ["in headers of their own", (next) => [`</api/v1/devices>; rel="prev"`, `<${next}>; rel="next"`]],
    ["with several relations", (next) => `<${next}>; rel="last next"`],
    ["without quotes, in capitals", (next) => `<${next}>; REL=Next`],
    [
      "after a title that holds a comma",
      (next) => `<${next}>; title="more, please; rel=\\"prev\\""; rel="next"`,
    ],
  ])("in a Link header %s", async (_, link) => {
    await start(({ url, response }) => {
      const at = Number(url.searchParams.get("at") ?? 0)
      const headers = at + 20 < 50 ? { LINK: link(`/api/v1/devices?at=${at + 20}`) } : {}
      send(response, devices(at, Math.min(at + 20, 50)), headers)
    })
    const { error, records } = await readAll(open({ list: linked }))
    expect([error, records.length]).toEqual([null, 50])
  })

  test("O-LIMITS an address on another host, or another port of this one, is not followed", async () => {
    for (const items of [devices(0, 20), null]) {
      await start(({ response }) =>
        send(response, { devices: items, next: "http://127.0.0.1:1/api/v1/devices" }),
      )
      const { error } = await readAll(open({ list: followed }))
      expect(error).toMatchObject({ code: "bad_response", message: expect.stringContaining("another host") })
      if (items !== null) await server.stop()
    }
  })
})

describe("S0-BLACKGLOVE S3-PAGES the end of a list", () => {
  const paged = (more: Record<string, Json>) => ({
    path: "/devices",
    items: "$.devices",
    pagination: { style: "page", size_param: "size", size: 20, ...more },
  })
  const pageIn = (url: URL) => Number(url.searchParams.get("page"))

  test("the devices on the page that says that it is the last are taken", async () => {
    await start(({ url, response }) => {
      const from = (pageIn(url) - 1) * 20
      send(response, { devices: devices(from, from + 20), status: from === 40 ? "LAST" : "MORE" })
    })
    const { error, records } = await readAll(open({ list: paged({ end_when: "$.status == 'LAST'" }) }))
    expect([error, records.length, server.requests.length]).toEqual([null, 60, 3])
  })

  test("a service that begins anew after its last page is told of, and asked no further", async () => {
    await start(({ url, response }) => {
      const from = ((pageIn(url) - 1) % 3) * 20
      send(response, { devices: devices(from, from + 20) })
    })
    const { error } = await readAll(open({ list: paged({}) }))
    expect(error).toMatchObject({ code: "bad_response", message: expect.stringContaining("in a circle") })
    expect(server.requests).toHaveLength(4)
    const { error: none, records } = await readAll(open({ list: paged({ may_repeat: true }) }))
    expect([none, records.length]).toEqual([null, 60])
  })

  test("addresses of next pages that go round in a circle are too", async () => {
    await start(({ url, response, count }) => {
      const at = Number(url.searchParams.get("at") ?? 0)
      send(response, {
        devices: devices(count * 20, count * 20 + 20),
        next: `?at=${at === 40 ? 20 : at + 20}`,
      })
    })
    const { error } = await readAll(open({ list: followed }))
    expect(error).toMatchObject({ code: "bad_response", message: expect.stringContaining("was read before") })
    expect(server.requests).toHaveLength(3)
  })
})

describe("O-SECRETS S0-BLACKGLOVE a key that is sent in addresses", () => {
  const key = "key/in+address"
  const said = (url: URL, at: number) => `${url.pathname}?key=${encodeURIComponent(key)}&at=${at}&q=a%20b`
  const answer = ({ url, response }: Ask) => {
    if (url.searchParams.getAll("key").join() !== key) return void response.writeHead(401).end("{}")
    const at = Number(url.searchParams.get("at") ?? 0)
    send(response, {
      devices: devices(at, at + 20),
      next: at === 40 ? null : said(url, at + 20),
      asked: key,
      [`by ${key}`]: true,
    })
  }

  it.each<[string, Record<string, Json>]>([
    ["auth", { auth: { type: "query", params: { key: "{{credentials.apiKey}}" } }, list: followed }],
    ["the query of a list", { list: { ...followed, query: { key: "{{credentials.apiKey}}" } } }],
  ])("by %s stands in no stored reply and no cursor", async (_, config) => {
    await start(answer)
    const { error, pages, records } = await readAll(open(config, { apiKey: key }))
    expect([error, records.length]).toEqual([null, 60])
    for (const { raw, cursor } of pages) {
      expect(JSON.parse(raw)).toMatchObject({ asked: "[secret]", "by [secret]": true })
      expect(`${raw} ${cursor}`).not.toMatch(/key\\?\/in|key%2Fin/)
    }
    const rest = await readAll(open(config, { apiKey: key }), pages[0]?.cursor ?? null)
    expect([rest.error, rest.records.length]).toEqual([null, 40])
  })
})

describe("S4-RATE a service that asks for patience", () => {
  it.each([
    ["in seconds", () => "1"],
    ["as a date", () => new Date(Date.now() + 1500).toUTCString()],
  ])("429 with Retry-After %s is waited for", async (_, retryAfter) => {
    let refusals = 0
    await start(({ url, response }) => {
      const page = Number(url.searchParams.get("page"))
      if (page === 2 && refusals++ === 0)
        return void response.writeHead(429, { "Retry-After": retryAfter() }).end("slow down")
      send(response, page === 1 ? devices(0, 3) : [])
    })
    const pagination = { style: "page", size_param: "n", size: 3 }
    const began = performance.now()
    const { error } = await readAll(open({ list: { path: "/devices", items: "$", pagination } }))
    expect(error).toBeNull()
    expect(performance.now() - began).toBeGreaterThan(400)
  })
})

describe("ways to sign in, as services have them", () => {
  const oauth = {
    auth: { type: "oauth2_client_credentials", token_url: "/oauth/token" },
    list: whole,
  }
  const client = { clientId: "me", clientSecret: "mine" }

  it.each(["invalid_client", "unauthorized_client"])(
    "a 400 with %s means that the credentials are refused",
    async (code) => {
      await start(({ response }) => void response.writeHead(400).end(JSON.stringify({ error: code })))
      const { error } = await readAll(open(oauth, client))
      expect(error).toMatchObject({ code: "unauthorized", mustAct: "admin" })
    },
  )

  it.each<[string, (response: ServerResponse) => void]>([
    ["a web page", (response) => void response.writeHead(200, { "Content-Type": "text/html" }).end("<html>")],
    ["something else in JSON", (response) => send(response, { hello: "there" })],
    ["an error of its own", (response) => void response.writeHead(422).end("{}")],
  ])(
    "S0-BLACKGLOVE a refused sign-in is told as one where a service answers unknown paths with %s",
    async (_, answerAnything) => {
      for (const status of [401, 403]) {
        await start(({ url, response }) =>
          url.pathname === "/api/v1/oauth/token"
            ? void response.writeHead(status).end("{}")
            : answerAnything(response),
        )
        const { error } = await readAll(open(oauth, client))
        expect(error).toMatchObject({ code: status === 401 ? "unauthorized" : "forbidden" })
        expect(server.requests).toEqual(["POST /api/v1/oauth/token", "POST /oauth/token"])
        if (status === 401) await server.stop()
      }
    },
  )

  test.each([401, 403])(
    "S0-BLACKGLOVE a sign-in page behind a %i is asked once, and told as a refusal",
    async (status) => {
      const page = "<!doctype html><html><body><form>Sign in</form></body></html>"
      await start(
        ({ response }) => void response.writeHead(status, { "Content-Type": "text/html" }).end(page),
      )
      const ways: [Json, Record<string, string>][] = [
        [{ type: "bearer" }, { token: "a token" }],
        [{ type: "basic" }, { username: "me", password: "mine" }],
      ]
      for (const [auth, credentials] of ways) {
        const { error } = await readAll(open({ auth, list: whole }, credentials))
        expect(error).toMatchObject({
          code: status === 401 ? "unauthorized" : "forbidden",
          isRetryable: false,
        })
      }
      expect(server.requests).toHaveLength(2)
    },
  )

  test("S0-BLACKGLOVE a sign-in is found at the root of the host also where a web page stands under the base URL, and sent to the page once", async () => {
    await start(({ url, response }) => {
      if (url.pathname === "/oauth/token") return void send(response, { access_token: "t", expires_in: 300 })
      if (url.pathname.endsWith("/devices")) return void send(response, devices(0, 5))
      response.writeHead(200, { "Content-Type": "text/html" }).end("<html>")
    })
    const { error, records } = await readAll(open(oauth, client))
    expect([error, records.length]).toEqual([null, 5])
    expect(server.requests).toEqual(["POST /api/v1/oauth/token", "POST /oauth/token", "GET /api/v1/devices"])
  })

  test("S0-BLACKGLOVE a web page in the place of a sign-in is told as such, and asked once", async () => {
    await start(({ response }) => void response.writeHead(200, { "Content-Type": "text/html" }).end("<html>"))
    const { error } = await readAll(open({ ...oauth, base_url: server.url }, client))
    expect(error).toMatchObject({ code: "bad_response", message: expect.stringContaining("web page (HTML)") })
    expect(server.requests).toEqual(["POST /oauth/token"])
  })

  test("S0-BLACKGLOVE a sign-in whose place is known is tried nowhere else", async () => {
    await start(({ response }) => void response.writeHead(401).end("{}"))
    const { error } = await readAll(open({ ...oauth, base_url: server.url, base_path: "/api/v1" }, client))
    expect(error).toMatchObject({ code: "unauthorized" })
    expect(server.requests).toEqual(["POST /api/v1/oauth/token"])
  })

  it.each<[string, Json]>([
    ["a number", 3600],
    ["a text", "3600"],
    ["nothing", null],
    ["a few seconds", 2],
  ])("a token whose life is told as %s serves", async (_, expires_in) => {
    let given = 0
    await start(({ url, request, response }) => {
      if (url.pathname.endsWith("/oauth/token")) {
        given += 1
        return void send(response, {
          access_token: `t${given}`,
          token_type: "bearer",
          ...(expires_in === null ? {} : { expires_in }),
        })
      }
      if (request.headers.authorization !== `Bearer t${given}`) return void response.writeHead(401).end("{}")
      send(response, devices(0, 5))
    })
    const { error, records } = await readAll(open(oauth, client))
    expect([error, records.length, given]).toEqual([null, 5, 1])
  })

  test("O-SECRETS S0-BLACKGLOVE a key that Basic packs into a header is not shown where the service repeats that header", async () => {
    await start(({ request, response }) => {
      response.writeHead(401).end(JSON.stringify({ message: `bad header ${request.headers.authorization}` }))
    })
    const auth = { type: "basic", username: "{{credentials.apiKey}}", password: "" }
    const { error } = await readAll(open({ auth, list: whole }, { apiKey: "sk-live-77aa" }))
    expect(error).toMatchObject({ providerSaid: "bad header Basic [secret]" })
    expect(JSON.stringify(error) + String(error)).not.toMatch(/c2stbGl2|sk-live/)
  })

  test("a header that the configuration sets is sent once, whatever its case", async () => {
    const seen: string[] = []
    await start(({ request, response }) => {
      seen.push(...request.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "accept"))
      expect(request.headers.accept).toBe("application/vnd.acme+json")
      send(response, devices(0, 2))
    })
    const headers = { Accept: "application/vnd.acme+json" }
    expect((await readAll(open({ headers, list: whole }))).records).toHaveLength(2)
    expect(seen).toEqual(["Accept"])
  })
})

test("a byte order mark before the JSON, and a type that says text, are no fault", async () => {
  await start(
    ({ response }) =>
      void response
        .writeHead(200, { "content-type": "text/plain" })
        .end(`\ufeff${JSON.stringify([{ ...device(1), name: "Zoë" }])}`),
  )
  expect((await readAll(open({ list: whole }))).records).toHaveLength(1)
})
