import { once } from "node:events"
import { createServer, type Server } from "node:https"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Json } from "@/lib/domain/json"
import { selfSigned } from "@/lib/http/self-signed.test-support"
import { workstudio } from "./session"

const own = selfSigned()
let server: Server
let baseUrl: string
beforeAll(async () => {
  server = createServer(own, (_request, response) => response.end('{"protocol":"OK"}')).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  baseUrl = `https://127.0.0.1:${typeof address === "object" ? address?.port : ""}`
})
afterAll(() => void server.close())

async function check(settings: Record<string, Json>) {
  const session = workstudio.openSession({
    settings: { baseUrl, ...settings },
    credentials: { username: "Default\\WSApiUser", password: "secret-password" },
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
  })
  try {
    return await session.check()
  } finally {
    await session.close()
  }
}

describe("S2-CIRCUITS a server that signs its certificate itself", () => {
  it("is refused, with what to do", async () => {
    await expect(check({})).rejects.toMatchObject({
      code: "misconfigured",
      message: expect.stringMatching(
        /^WorkStudio is unavailable: The certificate of .* is not valid.*enter its CA certificate/,
      ),
    })
  })

  it("is taken with its CA certificate, and not with another's", async () => {
    expect((await check({ caCertificate: own.cert })).detail).toContain("takes the user name and password")
    await expect(check({ caCertificate: selfSigned().cert })).rejects.toMatchObject({ code: "misconfigured" })
    await expect(check({ caCertificate: "no certificate" })).rejects.toThrow(/PEM form/)
  })

  it("is taken unchecked only where that is asked for, loudly", async () => {
    const { warnings } = await check({ insecureTls: true })
    expect(warnings[0]).toMatch(/certificate is not checked: anybody between here and there can read/)
  })
})
