import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"

export type TestServer = {
  url: string
  /** What came in, as `GET /path`. */
  requests: string[]
  stop(): Promise<void>
}

/** A server on 127.0.0.1 that answers as told. `count` is the number of this request, from 1. */
export async function startTestServer(
  answer: (count: number, response: ServerResponse, request: IncomingMessage) => void,
): Promise<TestServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    answer(requests.length, response, request)
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
