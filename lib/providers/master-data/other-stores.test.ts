import { createHash } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { afterEach, describe, expect, test } from "vitest"
import type { Json } from "@/lib/domain/json"
import type { Session } from "@/lib/domain/session"
import type { Shelf } from "@/lib/domain/shelf"
import { startTestServer, type TestServer } from "@/lib/http/test-server.test-support"
import { masterData } from "./session"

// Stores that speak S3 in other accents than our stand-in does

type Habits = {
  /** Gives no etag. */
  noEtag?: true
  /** Forgets what it is told of an object beside its bytes. */
  forgetful?: true
  /** What it answers to a write with a condition; without it, conditions count for nothing. */
  conditional?: { status: number; code: string }
  /** What it says of versions; nothing where they are off. */
  versionId?: string
  /** Says nothing but the status of what is not there. */
  silent?: true
}

let server: TestServer
let session: Session
let sent: IncomingMessage["headers"][] = []
afterEach(async () => {
  await session.close()
  await server.stop()
  sent = []
})

async function open(habits: Habits, settings: Record<string, Json> = {}): Promise<Shelf> {
  const objects = new Map<string, { body: Buffer; headers: IncomingMessage["headers"] }>()
  server = await startTestServer((_, response, request) => {
    void serve(response, request)
  })
  async function serve(response: ServerResponse, request: IncomingMessage): Promise<void> {
    sent.push(request.headers)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const path = request.url?.split("?")[0] ?? ""
    const isConditional = "if-match" in request.headers || "if-none-match" in request.headers
    if (request.method !== "PUT") give(response, request, objects.get(path), habits)
    else if (habits.conditional !== undefined && isConditional) refuse(response, habits.conditional)
    else {
      objects.set(path, { body: Buffer.concat(chunks), headers: request.headers })
      response.writeHead(200).end()
    }
  }
  session = masterData.openSession({
    settings: { endpoint: server.url, bucket: "lists", s3Endpoint: server.url, ...settings },
    credentials: { bearerToken: "t", subscriptionKey: "k", accessKeyId: "a", secretAccessKey: "s" },
    allowedPrivateHosts: ["127.0.0.1"],
    signal: new AbortController().signal,
    retry: { baseMs: 1, maxMs: 5, timeoutMs: 2000 },
  })
  if (session.shelf === undefined) throw new Error("A list has a shelf.")
  return session.shelf
}

type Stored = { body: Buffer; headers: IncomingMessage["headers"] } | undefined

function give(response: ServerResponse, { method }: IncomingMessage, stored: Stored, habits: Habits): void {
  const { noEtag, forgetful, silent, versionId } = habits
  if (stored !== undefined) {
    response.writeHead(200, {
      "content-length": stored.body.length,
      ...(!noEtag && { etag: `"${createHash("md5").update(stored.body).digest("hex")}"` }),
      ...(!forgetful && { "x-amz-meta-sha256": stored.headers["x-amz-meta-sha256"] }),
      ...(versionId !== undefined && { "x-amz-version-id": versionId }),
    })
    response.end(method === "HEAD" ? undefined : stored.body)
  } else if (silent) response.writeHead(404).end()
  else refuse(response, { status: 404, code: "NoSuchKey" })
}

function refuse(response: ServerResponse, { status, code }: { status: number; code: string }): void {
  response.writeHead(status, { "content-type": "application/xml" })
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`)
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")
const put = (shelf: Shelf, body: string, replaces: string | null = null) =>
  shelf.put(body, { sha256: sha256(body), replaces })

describe("S1-SYNC stores that only resemble S3", () => {
  test("S1-SYNC a store that keeps bytes and nothing else is published to; the proof is of what it gives back", async () => {
    const shelf = await open({ noEtag: true, forgetful: true, silent: true })
    expect(await shelf.head()).toBeNull()
    expect(await shelf.get()).toBeNull()
    expect(await put(shelf, "[1]")).toMatchObject({ etag: "", versionId: null, sha256: sha256("[1]") })
    const again = await put(shelf, "[1,2]", (await shelf.head())?.etag ?? null)
    expect(again).toMatchObject({ sha256: sha256("[1,2]"), bytes: 5 })
    expect(sent.some((headers) => headers["if-match"] === "")).toBe(false)
    expect((await shelf.get())?.body).toBe("[1,2]")
    expect(new Set(server.requests.map((line) => line.split("?")[0]))).toEqual(
      new Set(["HEAD", "GET", "PUT"].map((method) => `${method} /lists/cache/ineligible-items.json`)),
    )
  })

  test.each([[{ status: 501, code: "NotImplemented" }], [{ status: 400, code: "NotImplemented" }]])(
    "S1-GUARD a store that refuses conditions (%j) names the setting; switched off, nothing is sent of them",
    async (conditional) => {
      const strict = await open({ conditional })
      await expect(put(strict, "[]")).rejects.toMatchObject({
        code: "misconfigured",
        message: expect.stringContaining("conditional writes"),
      })
      await session.close()
      await server.stop()
      const shelf = await open({ conditional }, { conditionalWrites: false })
      const first = await put(shelf, "[]")
      expect(await put(shelf, "[1]", first.etag)).toMatchObject({ sha256: sha256("[1]") })
    },
  )

  test("S1-GUARD a store that ignores conditions is told them all the same", async () => {
    const shelf = await open({})
    const { etag } = await put(shelf, "[]")
    await put(shelf, "[1]", etag)
    expect(sent.flatMap((headers) => headers["if-none-match"] ?? [])).toEqual(["*"])
    expect(sent.flatMap((headers) => headers["if-match"] ?? [])).toEqual([etag])
  })

  test.each([
    ["on", "v-17", "v-17"],
    ["suspended", "null", null],
    ["off", undefined, null],
  ])("S1-READ with versions %s the proof has the store's id of the version: %s", async (_, said, kept) => {
    const shelf = await open(said === undefined ? {} : { versionId: said })
    expect((await put(shelf, "[]")).versionId).toBe(kept)
  })
})
