import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Json } from "@/lib/domain/json"
import type { Session } from "@/lib/domain/session"
import { DeliveryInDoubt } from "@/lib/domain/shelf"
import { startTestServer } from "@/lib/http/test-server.test-support"
import {
  type MasterDataSimulator,
  startMasterDataSimulator,
} from "@/simulators/master-data/start-master-data-simulator"
import { demoS3 } from "@/simulators/s3/credentials"
import { type S3Simulator, startS3 } from "@/simulators/s3/start-s3"
import { masterData } from "./session"

let source: MasterDataSimulator
let s3: S3Simulator
beforeAll(async () => {
  source = await startMasterDataSimulator()
  s3 = await startS3()
})
afterAll(async () => {
  await source.stop()
  await s3.stop()
})

let sessions: Session[] = []
beforeEach(() => {
  source.control({ reset: true })
  s3.fail([])
})
afterEach(async () => {
  await Promise.all(sessions.map((session) => session.close()))
  sessions = []
})

/** A session that waits for nobody longer than a moment. */
function open(over: Record<string, Json> = {}): Session {
  const { bearerToken, subscriptionKey } = source.credentials
  const { accessKeyId, secretAccessKey, bucket } = demoS3
  const session = masterData.openSession({
    settings: { endpoint: source.url, bucket, s3Endpoint: s3.url, ...over },
    credentials: { bearerToken, subscriptionKey, accessKeyId, secretAccessKey },
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
    retry: { baseMs: 1, maxMs: 5, timeoutMs: 200 },
  })
  sessions.push(session)
  return session
}

const read = async (session: Session) => {
  for await (const page of session.read("list", null)) return page
  return null
}

const put = (session: Session, body: string) => session.shelf?.put(body, { sha256: "ab", replaces: null })

describe("S1-FAIL master data that does not answer", () => {
  test("S1-FAIL a source that hangs is a timeout", async () => {
    source.control({ faults: [{ kind: "hang", on: "list" }] })
    await expect(read(open())).rejects.toMatchObject({ code: "timeout" })
  })

  test("S1-FAIL a source that cannot be reached is told by its host", async () => {
    const nobody = "http://127.0.0.1:9"
    await expect(read(open({ endpoint: nobody }))).rejects.toMatchObject({
      code: "unreachable",
      message: expect.stringContaining("127.0.0.1:9"),
    })
  })
})

test("O-SECRETS S1-FAIL a token that was fetched is cut out of what a source says", async () => {
  const token = "fetched-token-0123456789"
  const echo = await startTestServer((_count, response, request) => {
    const isSignIn = request.url?.endsWith("/token") === true
    const said = isSignIn ? JSON.stringify({ access_token: token }) : `No: ${request.headers.authorization}`
    response.writeHead(isSignIn ? 200 : 403).end(said)
  })
  const { subscriptionKey, tenantId, clientId, clientSecret } = source.credentials
  const { accessKeyId, secretAccessKey, bucket } = demoS3
  const session = masterData.openSession({
    settings: { endpoint: echo.url, authority: echo.url, signIn: "entra", bucket, s3Endpoint: s3.url },
    credentials: { tenantId, clientId, clientSecret, subscriptionKey, accessKeyId, secretAccessKey },
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
    retry: { baseMs: 1, maxMs: 5, timeoutMs: 200 },
  })
  sessions.push(session)
  const refused = await read(session).catch((error: unknown) => error)
  await echo.stop()
  expect(refused).toMatchObject({ code: "forbidden", providerSaid: expect.stringContaining("No: Bearer") })
  expect(JSON.stringify(refused)).not.toContain(token)
})

describe("S1-FAIL S3 that does not answer", () => {
  test("S1-FAIL a put without an answer is in doubt, also where the old object still lies there", async () => {
    s3.fail([{ kind: "hang", on: "PUT" }])
    await expect(put(open({ fileName: "hangs" }), "[]")).rejects.toBeInstanceOf(DeliveryInDoubt)
  })

  test("S1-FAIL a put that was cut off is in doubt only where nobody can look", async () => {
    s3.fail([{ kind: "cut", when: "before", on: "PUT" }])
    const cut = put(open({ fileName: "cut" }), "[]")
    await expect(cut).rejects.toMatchObject({ code: "unreachable" })
    await expect(cut).rejects.not.toBeInstanceOf(DeliveryInDoubt)
    s3.fail([{ kind: "cut", when: "before" }])
    await expect(put(open({ fileName: "cut" }), "[]")).rejects.toBeInstanceOf(DeliveryInDoubt)
  })

  test("S1-FAIL a put that S3 took is in doubt when it cannot be read back, or is something else by then", async () => {
    s3.fail([{ kind: "status", status: 403, on: "HEAD" }])
    const unread = put(open({ fileName: "unread" }), "[]")
    await expect(unread).rejects.toBeInstanceOf(DeliveryInDoubt)
    await expect(unread).rejects.toMatchObject({ code: "forbidden" })
    s3.fail([{ kind: "overtaken", body: "[1]", on: "HEAD" }])
    const overwritten = put(open({ fileName: "overwritten" }), "[]")
    await expect(overwritten).rejects.toBeInstanceOf(DeliveryInDoubt)
    await expect(overwritten).rejects.toMatchObject({ code: "conflict" })
  })

  test("S1-FAIL a bucket that is not there fails the check already", async () => {
    await expect(open({ bucket: "no-such-bucket" }).check()).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("no-such-bucket"),
    })
    expect((await open({ fileName: "new" }).check()).detail).toContain("Nothing is published at")
  })
})
