import { once } from "node:events"
import { createServer } from "node:http"
import { buildApp } from "fauxqs"
import { demoS3 } from "./credentials"
import type { S3Fault } from "./faults"
import { insideOf } from "./inside"
import { openDoor } from "./open-door"

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

/**
 * An S3 server (fauxqs) on 127.0.0.1 with one bucket, behind a door that does what it does not: unknown access keys are refused,
 * If-Match and If-None-Match are kept to on writes, and faults can be switched on. Port 0 takes a free one.
 */
export async function startS3({ port = 0 }: { port?: number } = {}): Promise<S3Simulator> {
  const store = buildApp({ logger: false })
  await store.listen({ port: 0, host: "127.0.0.1" })
  const [address] = store.addresses()
  if (address === undefined) throw new Error("The store has no port.")
  const inside = insideOf(address.port)
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
