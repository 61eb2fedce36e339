import { once } from "node:events"
import type { ServerResponse } from "node:http"

/** A whole answer: text, its bytes, or pieces of it for what is too long to hold. JSON unless its headers say otherwise. */
export type Reply = {
  status: number
  body: string | Buffer | Generator<string>
  headers?: Record<string, string>
}

export async function send(response: ServerResponse, { status, body, headers: more }: Reply): Promise<void> {
  const headers = { "content-type": "application/json; charset=utf-8", ...more }
  if (typeof body === "string" || Buffer.isBuffer(body)) {
    const bytes = typeof body === "string" ? Buffer.from(body) : body
    response.writeHead(status, { ...headers, "content-length": bytes.length }).end(bytes)
    return
  }
  const gone = new AbortController()
  response.once("close", () => gone.abort())
  response.writeHead(status, headers)
  for (const piece of body) if (!response.write(piece)) await once(response, "drain", { signal: gone.signal })
  response.end()
}
