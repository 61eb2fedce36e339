import { type HttpHandler, type HttpRequest, HttpResponse } from "@smithy/core/protocols"
import type { Agent } from "undici"
import { assertUrlAllowed } from "@/lib/http/address-guard"
import { readAllowList } from "@/lib/http/allow-list"
import { openAgent } from "@/lib/http/open-agent"
import { acceptedEncodings, readBody } from "@/lib/http/read-body"

/** A reply as it came. Names of headers are lower case. */
export type Received = {
  host: string
  path: string
  status: number
  headers: Record<string, string>
  text: string
}

export type Handler = ReturnType<typeof openHandler>

/**
 * Carries the SDK's signed requests over our own guarded connections, once each: no private address that is not allowed, no
 * redirects, no reply without bounds. `received` tells the reply to the call that had this signal, whatever the SDK makes of it.
 */
export function openHandler({
  allowedPrivateHosts,
  maxBytes,
}: {
  allowedPrivateHosts: string[]
  maxBytes: number
}) {
  const allowed = readAllowList(allowedPrivateHosts)
  const agents = new Map<string, Agent>()
  const replies = new WeakMap<object, Received>()
  const hosts = new WeakMap<object, string>()

  function agentFor(protocol: string): Agent {
    const agent = agents.get(protocol) ?? openAgent({ protocol, allowedPrivateHosts, maxBytes })
    agents.set(protocol, agent)
    return agent
  }

  const requestHandler: HttpHandler = {
    metadata: { handlerProtocol: "http/1.1" },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    async handle(request, { abortSignal } = {}) {
      const signal = abortSignal instanceof AbortSignal ? abortSignal : null
      const url = urlOf(request)
      if (signal !== null) hosts.set(signal, url.host)
      assertUrlAllowed(url, allowed)
      const {
        statusCode: status,
        headers,
        body,
      } = await agentFor(url.protocol).request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method === "POST" ? "POST" : "GET",
        headers: { ...request.headers, "accept-encoding": acceptedEncodings },
        body: typeof request.body === "string" || request.body instanceof Uint8Array ? request.body : null,
        signal,
      })
      const flat = flatten(headers)
      const text = await readBody(body, flat["content-encoding"] ?? null, maxBytes)
      const { "content-encoding": _, ...unpacked } = flat
      if (signal !== null)
        replies.set(signal, { host: url.host, path: url.pathname, status, headers: unpacked, text })
      return {
        response: new HttpResponse({ statusCode: status, headers: unpacked, body: Buffer.from(text) }),
      }
    },
  }

  return {
    requestHandler,
    received: (signal: AbortSignal): Received | null => replies.get(signal) ?? null,
    /** Where the call with this signal went; null when it never left the SDK. */
    hostOf: (signal: AbortSignal): string | null => hosts.get(signal) ?? null,
    close: async () => {
      for (const agent of agents.values()) await agent.destroy()
    },
  }
}

/** The address exactly as it was signed. */
function urlOf({ protocol, hostname, port, path, query }: HttpRequest): URL {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) =>
      one === null ? encode(name) : `${encode(name)}=${encode(one)}`,
    ),
  )
  const search = pairs.length === 0 ? "" : `?${pairs.join("&")}`
  return new URL(`${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}${search}`)
}

/** What RFC 3986 keeps, and nothing else: signatures are made of it. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

const flatten = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value]],
    ),
  )
