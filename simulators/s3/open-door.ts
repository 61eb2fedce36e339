import type { IncomingMessage, ServerResponse } from "node:http"
import { type Active, takeTurn } from "@/simulators/take-turn"
import { demoS3 } from "./credentials"
import type { S3Fault } from "./faults"
import type { Answer, Inside } from "./inside"

type Headers = IncomingMessage["headers"]

/** What stands before the store: refuses unknown keys, keeps to the conditions of writes, and strikes with faults. */
export function openDoor(inside: Inside) {
  let faults: Active<S3Fault>[] = []
  let counts: Record<string, number> = {}

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url: path = "/", headers } = request
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const fault = strike(method)
    switch (fault?.kind) {
      case "hang":
        return
      case "status":
        return answer(response, method, refusal(fault.status, "InternalError", "simulated"))
      case "cut":
        if (fault.when === "before") return void response.destroy()
        break
      case "overtaken":
        await inside("PUT", keyOf(path), { "content-type": "application/json" }, Buffer.from(fault.body))
        break
      case undefined:
        break
    }
    const refused =
      keyFault(headers) ?? (method === "PUT" ? await conditionFault(inside, path, headers) : null)
    const done = refused ?? (await inside(method, path, headers, Buffer.concat(chunks)))
    if (refused === null) counts = { ...counts, [method]: (counts[method] ?? 0) + 1 }
    if (fault?.kind === "cut") return void response.destroy()
    answer(response, method, done)
  }

  function strike(method: string): S3Fault | null {
    const hit = faults.filter((active) => takeTurn(active, method))
    return hit[0]?.fault ?? null
  }

  return {
    handle,
    /** Replaces the faults that were on. */
    fail: (wanted: S3Fault[]) => {
      faults = wanted.map((fault) => ({ fault, seen: 0 }))
    },
    /** Requests that were carried out, by method. */
    requests: () => ({ ...counts }),
  }
}

function keyFault({ authorization = "" }: Headers): Answer | null {
  const key = /Credential=([^/]+)\//.exec(authorization)?.[1]
  if (key === demoS3.accessKeyId) return null
  return refusal(
    403,
    "InvalidAccessKeyId",
    "The AWS Access Key Id you provided does not exist in our records.",
  )
}

/** What S3 has done on writes since 2024: 412 when the condition does not hold. */
async function conditionFault(inside: Inside, path: string, headers: Headers): Promise<Answer | null> {
  const { "if-match": wanted, "if-none-match": none } = headers
  if (wanted === undefined && none === undefined) return null
  const there = await inside("HEAD", keyOf(path))
  const etag = there.status === 200 ? there.headers.etag : undefined
  if (none === "*" ? etag === undefined : etag === wanted) return null
  return refusal(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold")
}

/** A path without its query. */
const keyOf = (path: string): string => path.split("?")[0] ?? path

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { "content-type": "application/xml" },
  body: Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  ),
})

function answer(response: ServerResponse, method: string, { status, headers, body }: Answer): void {
  const { connection: _, "transfer-encoding": __, ...kept } = headers
  response.writeHead(status, kept).end(method === "HEAD" ? undefined : body)
}
