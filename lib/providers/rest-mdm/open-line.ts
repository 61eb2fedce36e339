import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Http, HttpOptions } from "@/lib/http/open-http"
import { openHttp } from "@/lib/http/open-http"
import type { Patience } from "@/lib/http/patience"
import type { HttpReply } from "@/lib/http/send-once"

export type LineCall = {
  method: "GET" | "POST"
  /** Paths under the base URL, or whole addresses; of several the first that is there. */
  paths: string[]
  query?: [name: string, value: string][]
  headers?: Record<string, string>
  body?: Json
  form?: Record<string, string>
  /** Statuses that are an answer; with `null` for the JSON. */
  accept?: number[]
}

export type Line = {
  request(call: LineCall, patience?: Patience): Promise<HttpReply & { retries: number }>
  /** Turns an address that the service itself sent into a path; throws when it leads to another host. */
  ownPath(address: string, from: string): string
  origin: string

  host: string
  close(): Promise<void>
}

type Opening = Omit<HttpOptions, "baseUrl"> & { base: URL }

const isGone = (status: number): boolean => status === 404 || status === 405 || status === 410

/**
 * The way to a service: all calls go to the host of the base URL, but for those that a configuration itself gives a whole
 * address for (Intune's sign-in); each host is guarded alike. Which of several paths was there is remembered.
 */
export function openLine({ base, ...options }: Opening): Line {
  const hosts = new Map<string, Http>()
  const found = new Map<string, string>()
  const folder = base.pathname.replace(/\/+$/, "")

  function httpTo(origin: string): Http {
    const known = hosts.get(origin)
    if (known !== undefined) return known
    const http = openHttp({ ...options, baseUrl: origin })
    hosts.set(origin, http)
    return http
  }

  async function request(call: LineCall, patience?: Patience) {
    const name = call.paths.join(" ")
    const known = found.get(name)
    const candidates = known === undefined ? call.paths : [known]
    let retries = 0
    for (const [at, path] of candidates.entries()) {
      const isLast = at === candidates.length - 1
      const reply = await send(call, path, isLast, patience)
      retries += reply.retries
      if (!isLast && isGone(reply.status)) continue
      found.set(name, path)
      return { ...reply, retries }
    }
    throw new ProviderError({ code: "misconfigured", message: "No path is set for this call." })
  }

  function send(call: LineCall, path: string, isLast: boolean, patience?: Patience) {
    const { method, headers, body, form, accept = [] } = call
    const url = path.startsWith("/") ? new URL(folder + path, base.origin) : new URL(path)
    for (const [name, value] of call.query ?? []) url.searchParams.append(name, value)
    return httpTo(url.origin).request(
      {
        method,
        path: url.pathname + url.search,
        accept: isLast ? accept : [...accept, 404, 405, 410],
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined ? {} : { body }),
        ...(form === undefined ? {} : { form }),
      },
      patience,
    )
  }

  function ownPath(address: string, from: string): string {
    const url = URL.canParse(address, base.origin + from) ? new URL(address, base.origin + from) : null
    if (url !== null && url.origin === base.origin) return url.pathname + url.search
    throw new ProviderError({
      code: "bad_response",
      message: `${base.host} names ${url?.host ?? "something that is no address"} for the next page, which is another host. Rollcall does not follow it. Check the base URL, or a proxy that rewrites addresses.`,
    })
  }

  return {
    request,
    ownPath,
    origin: base.origin,
    host: base.host,
    close: async () => {
      for (const http of hosts.values()) await http.close()
    },
  }
}
