import type { ServerResponse } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import type { TransportFault } from "./faults"
import { type Reply, send } from "./reply"

type Answers = { usual: () => Reply; refuse: (status: number, message: string) => Reply }

/** Does to a request what a fault says. */
export async function strike(
  fault: TransportFault,
  response: ServerResponse,
  { usual, refuse }: Answers,
): Promise<void> {
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
      const { headers, body } = usual()
      const whole = text(body)
      response.writeHead(200, { "content-type": "application/json", ...headers })
      response.end(whole.slice(0, Math.floor(whole.length / 2)))
      return
    }
    case "cut": {
      const whole = text(usual().body)
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

const text = (body: Reply["body"]): string =>
  typeof body === "string" || Buffer.isBuffer(body) ? String(body) : [...body].join("")
