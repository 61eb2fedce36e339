import { request as ask, type IncomingMessage } from "node:http"

type Headers = IncomingMessage["headers"]
export type Answer = { status: number; headers: Headers; body: Buffer }

/** Asks the store behind the door. */
export type Inside = (method: string, path: string, headers?: Headers, body?: Buffer) => Promise<Answer>

/** The store on `port` of 127.0.0.1. It is asked without what the door looks at itself. */
export const insideOf =
  (port: number): Inside =>
  async (method, path, headers = {}, body) => {
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
