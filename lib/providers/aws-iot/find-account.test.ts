import { afterEach, describe, expect, it } from "vitest"
import type { Session } from "@/lib/domain/session"
import { startTestServer, type TestServer } from "@/lib/http/test-server.test-support"
import { awsIot } from "./session"

let server: TestServer
const sessions: Session[] = []
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close()
  await server.stop()
})

/** What reading from a server that answers so covers. */
async function scopeOf(body: object, credentials: object = {}): Promise<string> {
  server = await startTestServer((_, response) => response.end(JSON.stringify(body)))
  const session = awsIot.openSession({
    settings: { region: "eu-central-1", endpoint: server.url },
    credentials: { accessKeyId: "AKIA", secretAccessKey: "secret", ...credentials },
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
  })
  sessions.push(session)
  const scope = await session.scope("devices")
  await session.scope("device-models")
  expect(server.requests).toHaveLength(1)
  return scope.replace(server.url, "here")
}

const things = (thingArn?: string) => ({ things: [{ thingName: "pump-1", thingArn }] })

describe("S3-REMOVE whose things are read is part of the scope, for absence counts only within one", () => {
  it.each([
    [things("arn:aws:iot:eu-central-1:123456789012:thing/pump-1"), ", account 123456789012"],
    [things("arn:aws-cn:iot:cn-north-1:999999999999:thing/pump-1"), ", account 999999999999"],
    [things(), ""],
    [things("pump-1"), ""],
    [{ things: [] }, ""],
  ])("%j", async (body, whose) => {
    expect(await scopeOf(body)).toBe(`AWS IoT eu-central-1 at here${whose}`)
  })
})
