import { createServer, type Server, type ServerResponse } from "node:http"

type Health = {
  host: string
  /** 0 takes any free port. */
  port: number
  /** One sentence that says why no job can be taken now; null when jobs are. */
  whyNotReady: () => Promise<string | null>
}

/**
 * The worker's own door: `/healthz` says that the process lives, `/readyz` that it takes jobs (503 with the reason when it
 * does not). Returns the port. Throws when it is taken.
 */
export async function serveHealth({ host, port, whyNotReady }: Health): Promise<number> {
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0]
    if (request.method !== "GET" && request.method !== "HEAD")
      return answer(response, 405, { status: "method not allowed" })
    if (path === "/healthz") return answer(response, 200, { status: "alive" })
    if (path === "/readyz") return void answerReady(response, whyNotReady)
    return answer(response, 404, { status: "not found", detail: "There are /healthz and /readyz." })
  })
  await listen(server, host, port)
  const address = server.address()
  return typeof address === "object" && address !== null ? address.port : port
}

async function answerReady(response: ServerResponse, whyNotReady: Health["whyNotReady"]): Promise<void> {
  const reason = await whyNotReady()
  if (reason === null) answer(response, 200, { status: "ready" })
  else answer(response, 503, { status: "not ready", reason })
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
  response.end(JSON.stringify(body))
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE"
      reject(
        taken ? new Error(`WORKER_PORT ${port} is taken by another program. Set it to a free port.`) : error,
      )
    })
    server.listen(port, host, resolve)
  })
}
