import { once } from "node:events"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { z } from "zod"
import type { TransportFault } from "./faults"
import { type Reply, send } from "./reply"
import { strike } from "./strike"

/** A request as a simulator sees it. */
export type Asked = { method: string; url: URL; headers: IncomingMessage["headers"]; body: string }

/** One stand-in for a service: what it answers, and how it is controlled under `/__control`. */
export type Simulated = {
  answer(asked: Asked): Reply
  /** The service's own form of an error, for the ones that a fault asks for. */
  refuse(status: number, message: string): Reply
  /** The transport fault that hits this request, if any; called once for each request. */
  strike(asked: Asked): TransportFault | null
  command: z.ZodType
  /** Takes a parsed command and returns the state. */
  apply(command: unknown): unknown
  state(): unknown
}

export type Served = { origin: string; port: number; stop(): Promise<void> }

/** Serves a simulator on 127.0.0.1. Port 0 takes a free one. */
export async function serve(simulated: Simulated, port: number): Promise<Served> {
  const server: Server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    handle(simulated, request, response).catch(() => response.destroy())
  })
  server.listen(port, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The simulator has no port.")
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    stop: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A body as JSON; undefined for what is none. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

async function handle(
  simulated: Simulated,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", headers, socket } = request
  const asked = {
    method,
    headers,
    url: new URL(request.url ?? "/", "http://simulator"),
    body: await readBody(request),
  }
  if (asked.url.pathname === "/__control")
    return send(response, answerControl(simulated, asked, socket.remoteAddress ?? ""))
  const fault = simulated.strike(asked)
  if (fault === null) return send(response, simulated.answer(asked))
  return strike(fault, response, {
    usual: () => simulated.answer(asked),
    refuse: (status, message) => simulated.refuse(status, message),
  })
}

function answerControl(simulated: Simulated, { method, body }: Asked, from: string): Reply {
  if (!/^(::ffff:)?127\.|^::1$/.test(from)) return controlFault(403, "Control is for this machine only.")
  if (method === "GET") return { status: 200, body: JSON.stringify(simulated.state()) }
  const wanted = simulated.command.safeParse(parseJson(body))
  if (!wanted.success) return controlFault(400, z.prettifyError(wanted.error))
  return { status: 200, body: JSON.stringify(simulated.apply(wanted.data)) }
}

const controlFault = (status: number, message: string): Reply => ({
  status,
  body: JSON.stringify({ message }),
})

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString("utf8")
}
