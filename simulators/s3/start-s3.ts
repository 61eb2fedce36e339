import { once } from "node:events"
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { buildApp } from "fauxqs"
import { demoS3 } from "./credentials"
import type { S3Fault } from "./faults"

type StoredObject = {
  body: string
  etag: string | undefined
  contentType: string | undefined
  sha256: string
}

export type S3Simulator = {
  url: string
  /** Replaces the faults that were on. */
  fail(faults: S3Fault[]): void
  /** Requests that were carried out, by method. */
  requests(): Record<string, number>
  /** An object's text and what was said of it, read behind the door; null when there is none. */
  read(key: string): Promise<StoredObject | null>
  write(key: string, body: string): Promise<void>
  remove(key: string): Promise<void>
  stop(): Promise<void>
}

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer }

/**
 * An S3 server (fauxqs) on 127.0.0.1 with one bucket, behind a door that does what it does not: unknown access keys are refused,
 * If-Match and If-None-Match are kept to on writes, and faults can be switched on. Port 0 takes a free one.
 */
export async function startS3({ port = 0 }: { port?: number } = {}): Promise<S3Simulator> {
  const store = buildApp({ logger: false })
  await store.listen({ port: 0, host: "127.0.0.1" })
  const [address] = store.addresses()
  if (address === undefined) throw new Error("The store has no port.")
  const inside = (method: string, path: string, headers: IncomingMessage["headers"] = {}, body?: Buffer) =>
    forward({ port: address.port, method, path, headers, body })
  await inside("PUT", `/${demoS3.bucket}`)
  const door = openDoor(inside)
  const server = createServer((request, response) => {
    door.handle(request, response).catch(() => response.destroy())
  })
  server.listen(port, "127.0.0.1")
  await once(server, "listening")
  const taken = server.address()
  const path = (key: string) => `/${demoS3.bucket}/${key}`
  return {
    url: `http://127.0.0.1:${typeof taken === "object" && taken !== null ? taken.port : 0}`,
    fail: door.fail,
    requests: door.requests,
    read: async (key) => {
      const { status, headers, body } = await inside("GET", path(key))
      const { etag, "content-type": contentType, "x-amz-meta-sha256": sha256 } = headers
      return status === 200
        ? { body: body.toString("utf8"), etag, contentType, sha256: String(sha256) }
        : null
    },
    write: async (key, body) => {
      await inside("PUT", path(key), { "content-type": "application/json" }, Buffer.from(body))
    },
    remove: async (key) => {
      await inside("DELETE", path(key))
    },
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await store.close()
    },
  }
}

type Inside = (
  method: string,
  path: string,
  headers?: IncomingMessage["headers"],
  body?: Buffer,
) => Promise<Answer>

function openDoor(inside: Inside) {
  let faults: { fault: S3Fault; seen: number }[] = []
  let counts: Record<string, number> = {}

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url: path = "/", headers } = request
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const fault = strike(method)
    switch (fault?.kind) {
      case "hang":
        return
      case "status":
        return answer(response, method, refusal(fault.status, "InternalError", "simulated"))
      case "cut":
        if (fault.when === "before") return void response.destroy()
        break
      case "overtaken":
        await inside(
          "PUT",
          path.split("?")[0] ?? path,
          { "content-type": "application/json" },
          Buffer.from(fault.body),
        )
        break
      case undefined:
        break
    }
    const refused = keyFault(headers) ?? (method === "PUT" ? await conditionFault(path, headers) : null)
    const done = refused ?? (await inside(method, path, headers, Buffer.concat(chunks)))
    if (refused === null) counts = { ...counts, [method]: (counts[method] ?? 0) + 1 }
    if (fault?.kind === "cut") return void response.destroy()
    answer(response, method, done)
  }

  function strike(method: string): S3Fault | null {
    let hit: S3Fault | null = null
    for (const entry of faults) {
      if (entry.fault.on !== undefined && entry.fault.on !== method) continue
      entry.seen += 1
      const turn = entry.seen - (entry.fault.after ?? 0)
      if (turn >= 1 && turn <= (entry.fault.times ?? Number.POSITIVE_INFINITY)) hit ??= entry.fault
    }
    return hit
  }

  function keyFault({ authorization = "" }: IncomingMessage["headers"]): Answer | null {
    const key = /Credential=([^/]+)\//.exec(authorization)?.[1]
    if (key === demoS3.accessKeyId) return null
    return refusal(
      403,
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records.",
    )
  }

  /** What S3 has done on writes since 2024: 412 when the condition does not hold. */
  async function conditionFault(path: string, headers: IncomingMessage["headers"]): Promise<Answer | null> {
    const { "if-match": wanted, "if-none-match": none } = headers
    if (wanted === undefined && none === undefined) return null
    const there = await inside("HEAD", path.split("?")[0] ?? path)
    const etag = there.status === 200 ? there.headers.etag : undefined
    if (none === "*" ? etag === undefined : etag === wanted) return null
    return refusal(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold")
  }

  return {
    handle,
    fail: (wanted: S3Fault[]) => {
      faults = wanted.map((fault) => ({ fault, seen: 0 }))
    },
    requests: () => ({ ...counts }),
  }
}

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { "content-type": "application/xml" },
  body: Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  ),
})

function answer(response: ServerResponse, method: string, { status, headers, body }: Answer): void {
  const { connection: _, "transfer-encoding": __, ...kept } = headers
  response.writeHead(status, kept).end(method === "HEAD" ? undefined : body)
}

type Forward = {
  port: number
  method: string
  path: string
  headers: IncomingMessage["headers"]
  body: Buffer | undefined
}

async function forward({ port, method, path, headers, body }: Forward): Promise<Answer> {
  const { "if-match": _, "if-none-match": __, host: ___, connection: ____, ...kept } = headers
  const onward = ask({ host: "127.0.0.1", port, method, path, headers: kept })
  onward.end(body)
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    onward.once("response", resolve).once("error", reject)
  })
  const chunks: Buffer[] = []
  for await (const chunk of reply) chunks.push(chunk)
  return { status: reply.statusCode ?? 500, headers: reply.headers, body: Buffer.concat(chunks) }
}
