import type { Dispatcher } from "undici"
import type { Json } from "@/lib/domain/json"
import { explainFailure } from "./explain-failure"
import { explainStatus, type Refusal } from "./explain-status"
import { mergeHeaders } from "./merge-headers"
import { parseJson } from "./parse-json"
import { providerWords } from "./provider-words"
import { acceptedEncodings, readBody } from "./read-body"
import { readRetryAfter } from "./retry-after"
import { stripUnstorable } from "./strip-unstorable"

export type HttpCall = {
  method: "GET" | "POST"
  /** Appended to the base URL; starts with a slash; already encoded. */
  path: string
  body?: Json
  /** Sent as a web form, in place of a body. */
  form?: Record<string, string>
  /** Beside those of the session. */
  headers?: Record<string, string>
  /** Says what is wrong with a reply whose status was none: some services tell of errors with a 200. */
  judge?: (json: Json) => Error | null
  /** Statuses beyond 2xx that are an answer and no failure. */
  accept?: number[]
  /** Only whether somebody answers matters: every status below 500 will do, whatever the body. */
  isPing?: boolean
}

export type HttpReply = {
  status: number
  header(name: string): string | null
  /** As received. */
  text: string
  /** Null for an accepted status beyond 2xx. */
  json: Json
  /** How many characters were taken out of `json` that no database text can hold. */
  stripped: number
}

/** Everything that stays the same between the calls of one session. Times in milliseconds. */
export type Connection = {
  dispatcher: Dispatcher
  base: URL
  headers: Record<string, string>
  secrets: string[]
  maxBytes: number
  signal: AbortSignal
  /** A connector's own words for a status; null leaves it to the general ones. */
  explain: (refusal: Refusal) => Error | null
}

/** Sends one request and reads its reply. Throws ProviderError, or the signal's reason when aborted. */
export async function sendOnce(
  connection: Connection,
  call: HttpCall,
  timeoutMs: number,
): Promise<HttpReply> {
  const { dispatcher, base, signal, maxBytes } = connection
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    const { statusCode, headers, body } = await dispatcher.request({
      origin: base.origin,
      path: pathOf(base) + call.path,
      method: call.method,
      headers: headersOf(connection, call),
      body: bodyOf(call),
      signal: AbortSignal.any([signal, deadline]),
    })
    const header = (name: string) => headerValue(name, headers[name])
    const text = await readBody(body, header("content-encoding"), maxBytes)
    return judge(connection, call, { status: statusCode, header, text })
  } catch (error) {
    signal.throwIfAborted()
    throw explainFailure(deadline.aborted ? deadline.reason : error, { host: base.host, maxBytes })
  }
}

function judge(
  connection: Connection,
  call: HttpCall,
  reply: Pick<HttpReply, "status" | "header" | "text">,
): HttpReply {
  const { base, secrets, explain } = connection
  const { status, text, header } = reply
  const path = pathOf(base) + call.path
  if (call.isPing && status < 500) return { ...reply, json: null, stripped: 0 }
  if (status >= 200 && status < 300) {
    const json = parseJson({ text, contentType: header("content-type"), host: base.host, path, secrets })
    const fault = call.judge?.(json) ?? null
    if (fault !== null) throw fault
    return { ...reply, ...stripUnstorable(json, text) }
  }
  if (call.accept?.includes(status)) return { ...reply, json: null, stripped: 0 }
  const refusal: Refusal = {
    status,
    host: base.host,
    path,
    text,
    said: providerWords(text, secrets),
    location: header("location"),
    retryAfterSeconds: readRetryAfter(header("retry-after"), Date.now()),
  }
  throw explain(refusal) ?? explainStatus(refusal)
}

function headersOf({ headers }: Connection, call: HttpCall): Record<string, string> {
  const type = call.form !== undefined ? "application/x-www-form-urlencoded" : "application/json"
  return mergeHeaders(
    { accept: "application/json", "accept-encoding": acceptedEncodings, "user-agent": "Rollcall" },
    headers,
    call.headers ?? {},
    call.form === undefined && call.body === undefined ? {} : { "content-type": type },
  )
}

function bodyOf({ body, form }: HttpCall): string | null {
  if (form !== undefined) return new URLSearchParams(form).toString()
  return body === undefined ? null : JSON.stringify(body)
}

const pathOf = (base: URL): string => base.pathname.replace(/\/+$/, "")

/** A header that comes several times: links are one list however they are sent (RFC 9110, 5.3); of others the first counts. */
function headerValue(name: string, value: string | string[] | undefined): string | null {
  if (!Array.isArray(value)) return value ?? null
  return name === "link" ? value.join(", ") : (value[0] ?? null)
}
