import { once } from "node:events"
import type { ServerResponse } from "node:http"

/** A whole answer: JSON text, its bytes, or pieces of it for what is too long to hold. */
export type Reply = { status: number; body: string | Buffer | Generator<string> }

/** v2's error body. */
export const refuse = (status: number, message: string): Reply => ({
  status,
  body: JSON.stringify({ code: status, message, error_chain: null }),
})

export async function send(response: ServerResponse, { status, body }: Reply): Promise<void> {
  const headers = { "content-type": "application/json; charset=utf-8" }
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
