import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { answerV1 } from "./addigy-v1"
import { answerV2 } from "./addigy-v2"
import { type Control, command } from "./control"
import type { TransportFault } from "./faults"
import { type Reply, refuse, send } from "./reply"

/** An HTTP server that speaks both of Addigy's APIs, and lets itself be controlled under `/__control`. */
export function openServer(control: Control): Server {
  return createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    handle(control, request, response).catch(() => response.destroy())
  })
}

async function handle(control: Control, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://simulator")
  const body = await readBody(request)
  if (url.pathname === "/__control") return send(response, answerControl(control, request, body))
  control.count(`${request.method} ${url.pathname}`)
  const fault = control.world.faults.strike(callOf(url.pathname))
  if (fault === null) return send(response, answer(control, { request, url, body }))
  return strike(fault, response, () => answer(control, { request, url, body }))
}

function answerControl(control: Control, request: IncomingMessage, body: string): Reply {
  const address = request.socket.remoteAddress ?? ""
  if (!/^(::ffff:)?127\.|^::1$/.test(address)) return refuse(403, "control is for this machine only")
  if (request.method === "GET") return { status: 200, body: JSON.stringify(control.state()) }
  const wanted = command.safeParse(parse(body))
  if (!wanted.success)
    return refuse(
      400,
      wanted.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
    )
  return { status: 200, body: JSON.stringify(control.apply(wanted.data)) }
}

type Asked = { request: IncomingMessage; url: URL; body: string }

function answer({ world }: Control, { request, url, body }: Asked): Reply {
  const { headers } = request
  const method = request.method ?? "GET"
  const { apiKey, clientId, clientSecret } = world.credentials
  if (url.pathname.startsWith("/api/v2/")) {
    if (headers["x-api-key"] !== apiKey) return refuse(401, "invalid api key")
    if (method === "POST" && !headers["content-type"]?.startsWith("application/json"))
      return refuse(415, "content type must be application/json")
    const parsed = method === "POST" ? parse(body) : null
    if (parsed === undefined) return refuse(400, "body is not JSON")
    return answerV2(world, { method, path: url.pathname.slice("/api/v2".length), body: parsed })
  }
  if (!url.pathname.startsWith("/api/")) return refuse(404, "not found")
  if (headers["client-id"] !== clientId || headers["client-secret"] !== clientSecret)
    return { status: 401, body: JSON.stringify({ error: "invalid client-id or client-secret" }) }
  return answerV1(world, { method, path: url.pathname.slice("/api".length), query: url.searchParams })
}

async function strike(fault: TransportFault, response: ServerResponse, usual: () => Reply): Promise<void> {
  switch (fault.kind) {
    case "status": {
      const at = Date.now() + (fault.retryAfter ?? 0) * 1000
      const wait = fault.asDate ? new Date(at).toUTCString() : String(fault.retryAfter)
      if (fault.retryAfter !== undefined) response.setHeader("retry-after", wait)
      return send(response, refuse(fault.status, `simulated ${fault.status}`))
    }
    case "html":
      response.writeHead(200, { "content-type": "text/html" })
      response.end(
        "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>",
      )
      return
    case "truncated": {
      const whole = text(usual())
      response.writeHead(200, { "content-type": "application/json" })
      response.end(whole.slice(0, Math.floor(whole.length / 2)))
      return
    }
    case "cut": {
      const whole = text(usual())
      response.writeHead(200, { "content-type": "application/json", "content-length": whole.length })
      response.write(whole.slice(0, Math.floor(whole.length / 2)), () => response.destroy())
      return
    }
    case "hang":
      return
    case "slow":
      await sleep(fault.ms)
      return send(response, usual())
    case "redirect":
      response.writeHead(302, { location: fault.to }).end()
      return
    case "huge":
      return send(response, { status: 200, body: JSON.stringify("x".repeat(fault.bytes)) })
  }
}

/** Which call a path stands for, as faults name them. */
function callOf(path: string): string {
  if (path.endsWith("/devices")) return "devices"
  return path.includes("permissions") ? "permissions" : path.includes("policies") ? "policies" : "other"
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString("utf8")
}

/** Undefined for what is no JSON. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const text = ({ body }: Reply): string =>
  typeof body === "string" || Buffer.isBuffer(body) ? String(body) : [...body].join("")
