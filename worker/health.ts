import { createServer, type Server, type ServerResponse } from "node:http"
import { isMetricsToken } from "@/lib/metrics/is-metrics-token"
import type { Rendered } from "@/lib/metrics/render-metrics"

type Health = {
  host: string
  /** 0 takes any free port. */
  port: number
  /** One sentence that says why no job can be taken now; null when jobs are. */
  whyNotReady: () => Promise<string | null>
  metrics: () => Promise<Rendered>
  /** Asked for before the metrics are told; null tells them to whoever reaches this door. */
  metricsToken: string | null
}

/**
 * The worker's own door: `/healthz` says that the process lives, `/readyz` that it takes jobs (503 with the reason when it
 * does not), `/metrics` what Prometheus wants to know (O-METRICS). Returns the port. Throws when it is taken.
 */
export async function serveHealth({ host, port, ...about }: Health): Promise<number> {
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0]
    if (request.method !== "GET" && request.method !== "HEAD")
      return answer(response, 405, { status: "method not allowed" })
    if (path === "/healthz") return answer(response, 200, { status: "alive" })
    if (path === "/readyz") return void answerReady(response, about.whyNotReady)
    if (path === "/metrics") return void answerMetrics(response, request.headers.authorization, about)
    return answer(response, 404, {
      status: "not found",
      detail: "There are /healthz, /readyz and /metrics.",
    })
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

type Metrics = Pick<Health, "metrics" | "metricsToken">

async function answerMetrics(
  response: ServerResponse,
  authorization: string | undefined,
  { metrics, metricsToken }: Metrics,
): Promise<void> {
  if (metricsToken !== null && !isMetricsToken(authorization, metricsToken)) {
    response.setHeader("www-authenticate", 'Bearer realm="rollcall"')
    return answer(response, 401, { status: "unauthorized", detail: "Send METRICS_TOKEN as a bearer token." })
  }
  const { contentType, text } = await metrics()
  response.writeHead(200, { "content-type": contentType, "cache-control": "no-store" }).end(text)
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
