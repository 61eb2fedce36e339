import { gzipSync } from "node:zlib"
import { afterEach, describe, expect, it } from "vitest"
import { ProviderError } from "@/lib/domain/provider-error"
import { type HttpOptions, openHttp } from "./open-http"
import { patient } from "./patience"
import { startTestServer, type TestServer } from "./test-server.test-support"

let server: TestServer | null = null
afterEach(() => server?.stop())

const call = { method: "GET", path: "/things" } as const

function open(options: Partial<HttpOptions> = {}) {
  return openHttp({
    baseUrl: server?.url ?? "",
    headers: { "x-api-key": "topsecret" },
    secrets: ["topsecret"],
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
    retry: { baseMs: 1, maxMs: 4 },
    ...options,
  })
}

async function failure(promise: Promise<unknown>): Promise<ProviderError> {
  const error: unknown = await promise.then(
    () => null,
    (thrown) => thrown,
  )
  if (error instanceof ProviderError) return error
  throw new Error(`no ProviderError but ${String(error)}`)
}

describe("S4-RETRY what may pass is tried again", () => {
  it("tries a 500 again and counts it", async () => {
    server = await startTestServer((count, response) => {
      response.writeHead(count < 3 ? 500 : 200).end('{"ok":true}')
    })
    expect(await open().request(call)).toMatchObject({ json: { ok: true }, retries: 2 })
  })

  it("gives up after three retries and says so", async () => {
    server = await startTestServer((_, response) => response.writeHead(503).end("down"))
    const error = await failure(open().request(call))
    expect(error).toMatchObject({ code: "unreachable", providerSaid: "down", isRetryable: true })
    expect(error.message).toMatch(/503.*Tried 4 times/)
    expect(server.requests).toHaveLength(4)
  })

  it.each(["cut", "truncated", "empty"])("tries a reply again that is %s", async (how) => {
    server = await startTestServer((count, response) => {
      if (count > 1) response.end('{"ok":true}')
      else if (how === "cut")
        response.writeHead(200, { "content-length": 100 }).write('{"ok', () => response.destroy())
      else response.end(how === "empty" ? "" : '{"ok":tr')
    })
    expect(await open().request(call)).toMatchObject({ json: { ok: true }, retries: 1 })
  })

  it("waits as many seconds as Retry-After says", async () => {
    server = await startTestServer((count, response) => {
      response.writeHead(count === 1 ? 429 : 200, { "retry-after": "1" }).end("{}")
    })
    const start = performance.now()
    await open().request(call)
    expect(performance.now() - start).toBeGreaterThan(990)
  })

  it("waits until the date that Retry-After says", async () => {
    server = await startTestServer((count, response) => {
      const date = new Date(Date.now() + 2000).toUTCString()
      response.writeHead(count === 1 ? 503 : 200, { "retry-after": date }).end("{}")
    })
    const start = performance.now()
    await open().request(call)
    expect(performance.now() - start).toBeGreaterThan(900)
  })

  it("stops after two 429 in a row", async () => {
    server = await startTestServer((_, response) => response.writeHead(429).end())
    expect(await failure(open().request(call))).toMatchObject({ code: "rate_limited" })
    expect(server.requests).toHaveLength(2)
  })

  it("does not sit out a long Retry-After, but hands it on", async () => {
    server = await startTestServer((_, response) => response.writeHead(429, { "retry-after": "3600" }).end())
    expect(await failure(open().request(call))).toMatchObject({
      code: "rate_limited",
      retryAfterSeconds: 3600,
    })
    expect(server.requests).toHaveLength(1)
  })

  it.each([400, 401, 403, 404])("never retries a %i", async (status) => {
    server = await startTestServer((_, response) => response.writeHead(status).end("{}"))
    expect((await failure(open().request(call))).mustAct).toBe("admin")
    expect(server.requests).toHaveLength(1)
  })

  it("stops waiting when it is aborted, with the reason given", async () => {
    server = await startTestServer((_, response) => response.writeHead(500).end())
    const controller = new AbortController()
    const reason = new Error("cancelled")
    setTimeout(() => controller.abort(reason), 50)
    const http = open({ signal: controller.signal, retry: { baseMs: 60_000, maxMs: 60_000 } })
    await expect(http.request(call)).rejects.toBe(reason)
  })

  it("breaks off a request in flight when it is aborted", async () => {
    server = await startTestServer(() => {})
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error("cancelled")), 50)
    await expect(open({ signal: controller.signal }).request(call)).rejects.toThrow("cancelled")
  })
})

describe("O-LIMITS what a server may do to us", () => {
  it("gives up on one that hangs, before or within the reply", async () => {
    server = await startTestServer((count, response) => {
      if (count > 1) response.write("[")
    })
    const error = await failure(open().request(call, { ...patient, retries: 1, timeoutMs: 100 }))
    expect(error.code).toBe("timeout")
    expect(server.requests).toHaveLength(2)
  })

  it("takes no more than so many bytes", async () => {
    server = await startTestServer((_, response) => response.end(JSON.stringify("x".repeat(2_000_000))))
    const error = await failure(open({ maxBytes: 1_000_000 }).request(call))
    expect(error).toMatchObject({ code: "too_large", mustAct: "rollcall" })
    expect(server.requests).toHaveLength(1)
  })

  it("unpacks gzip, but not without end", async () => {
    server = await startTestServer((count, response) => {
      const text = JSON.stringify("é".repeat(count === 1 ? 10 : 2_000_000))
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(text))
    })
    const http = open({ maxBytes: 1_000_000 })
    expect(await http.request(call)).toMatchObject({ json: "éééééééééé" })
    expect((await failure(http.request(call))).code).toBe("too_large")
  })

  it("follows no redirect", async () => {
    server = await startTestServer((_, response) =>
      response.writeHead(302, { location: "http://169.254.169.254/?token=1" }).end(),
    )
    const error = await failure(open().request(call))
    expect(error.code).toBe("misconfigured")
    expect(error.message).toContain(
      "redirect (302) to http://169.254.169.254/, which Rollcall does not follow",
    )
    expect(server.requests).toHaveLength(1)
  })

  it("refuses a private address before anything is sent", async () => {
    server = await startTestServer((_, response) => response.end("{}"))
    expect(() => open({ allowedPrivateHosts: [] })).toThrow("ROLLCALL_ALLOWED_PRIVATE_HOSTS")
  })

  it("refuses a name that leads to a private address", async () => {
    server = await startTestServer((_, response) => response.end("{}"))
    const baseUrl = server.url.replace("127.0.0.1", "localhost")
    const error = await failure(open({ baseUrl, allowedPrivateHosts: ["10.0.0.0/8"] }).request(call))
    expect(error.code).toBe("misconfigured")
    expect(error.message).toContain("localhost (")
    expect(server.requests).toHaveLength(0)
    expect(await open({ baseUrl, allowedPrivateHosts: ["localhost"] }).request(call)).toMatchObject({
      status: 200,
    })
  })
})

describe("errors that say what came and what to do", () => {
  it("names a web page where JSON should be", async () => {
    server = await startTestServer((_, response) =>
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<html><body><h1>Please sign in</h1></body></html>"),
    )
    const error = await failure(open().request(call))
    expect(error).toMatchObject({ code: "bad_response", providerSaid: "Please sign in" })
    expect(error.message).toContain("a web page (HTML) for /things instead of JSON. Check the address")
  })

  it("names a host that does not exist, and one where nothing listens", async () => {
    const unknown = open({ baseUrl: "https://no-such-host.invalid/api" })
    expect((await failure(unknown.request(call))).message).toContain(
      "There is no host named no-such-host.invalid",
    )
    const closed = open({ baseUrl: "http://127.0.0.1:9" })
    expect((await failure(closed.request(call))).message).toContain("Nothing answers at 127.0.0.1:9")
  })

  it("hands on the provider's words in a form that a database takes", async () => {
    const words = `bad\0 ${"😀".repeat(300)}`
    server = await startTestServer((_, response) =>
      response.writeHead(400).end(JSON.stringify({ error: words })),
    )
    const { providerSaid } = await failure(open().request(call))
    expect(providerSaid).toMatch(/^bad /)
    expect([providerSaid?.includes("\0"), providerSaid?.isWellFormed(), providerSaid?.length]).toEqual([
      false,
      true,
      500,
    ])
  })

  it("O-SECRETS never repeats a secret that the provider repeats", async () => {
    server = await startTestServer((_, response) =>
      response
        .writeHead(400)
        .end('{"code":400,"message":"bad key topsecret","error_chain":{"message":"topsecret?"}}'),
    )
    const error = await failure(open().request(call))
    expect(error.providerSaid).toBe("bad key [secret]: [secret]?")
    expect(JSON.stringify([error.message, error.providerSaid, error.stack])).not.toContain("topsecret")
  })

  it("O-SECRETS nor the signature of a request", async () => {
    const sent = "SharedAccessSignature sr=hub&sig=c2VjcmV0&se=1&skn=p"
    server = await startTestServer((_, response) =>
      response.writeHead(400).end(JSON.stringify({ message: `bad header "${sent}"` })),
    )
    const { providerSaid } = await failure(open().request(call))
    expect(providerSaid).toBe('bad header "SharedAccessSignature [secret]"')
  })
})

describe("S4-RATE pacing", () => {
  it("sends no more requests a second than allowed", async () => {
    server = await startTestServer((_, response) => response.end("{}"))
    const http = open({ rate: { perSecond: 50, burst: 2 } })
    const start = performance.now()
    await Promise.all(Array.from({ length: 12 }, () => http.request(call)))
    expect(performance.now() - start).toBeGreaterThan(190)
  })
})
