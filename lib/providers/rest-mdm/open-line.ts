import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import { explainStatus } from "@/lib/http/explain-status"
import type { Http, HttpOptions } from "@/lib/http/open-http"
import { openHttp } from "@/lib/http/open-http"
import type { Patience } from "@/lib/http/patience"
import { providerWords } from "@/lib/http/provider-words"
import type { HttpReply } from "@/lib/http/send-once"

export type LineCall = {
  method: "GET" | "POST"
  /** Paths under the base URL, or whole addresses; of several the first that is there. */
  paths: string[]
  query?: [name: string, value: string][]
  headers?: Record<string, string>
  body?: Json
  form?: Record<string, string>
  /**
   * For a sign-in: whether a reply gives what was asked for. At a wrong path a refusal may come in place of a 404, for nobody
   * has signed in yet; so others are tried after a refusal too, and it stands unless one of them does let us in.
   */
  letsIn?: (reply: HttpReply) => boolean
  /** Statuses that are an answer; with `null` for the JSON. */
  accept?: number[]
}

export type Line = {
  request(call: LineCall, patience?: Patience): Promise<HttpReply & { retries: number }>
  /**
   * Turns an address that the service itself sent, whole or relative to the call that it answered, into a path on its host; throws
   * when it leads to another host.
   */
  ownPath(address: string, askedAt: string): string
  origin: string

  host: string
  close(): Promise<void>
}

type Opening = Omit<HttpOptions, "baseUrl"> & { base: URL }

/** Nothing is there; or somebody stands before it and does not say whether there is. */
const gone = [404, 405, 410]
const refusals = [401, 403]

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
    const [first = "/", ...others] = known === undefined ? call.paths : [known]
    const elsewhere = call.letsIn === undefined ? gone : [...gone, ...refusals]
    let path = first
    let retries = 0
    for (const [at, other] of others.entries()) {
      const reply = await send(call, path, elsewhere, patience)
      retries += reply.retries
      if (!elsewhere.includes(reply.status) || call.accept?.includes(reply.status))
        return settled(name, path, { ...reply, retries })
      if (refusals.includes(reply.status))
        return despite(refusalOf(path, reply), { call, name, paths: others.slice(at), patience })
      path = other
    }
    const reply = await send(call, path, [], patience)
    return settled(name, path, { ...reply, retries: retries + reply.retries })
  }

  type Later = { call: LineCall; name: string; paths: string[]; patience: Patience | undefined }

  /** Tries the paths after one that refused us. Whatever else they say, a wrong password is told as one. */
  async function despite(refusal: Error, { call, name, paths, patience }: Later) {
    for (const path of paths) {
      const reply = await send(call, path, [...gone, ...refusals], patience).catch((error: unknown) => {
        throw error instanceof ProviderError ? refusal : error
      })
      if (reply.status < 300 && call.letsIn?.(reply) === true) return settled(name, path, reply)
      if (reply.status < 300) throw refusal
    }
    throw refusal
  }

  function refusalOf(path: string, { status, text, header }: HttpReply): Error {
    const said = providerWords(text, options.secrets)
    const { host, pathname } = addressOf(path)
    const retryAfterSeconds = null
    const location = header("location")
    const refusal = { status, host, path: pathname, text, said, location, retryAfterSeconds }
    return options.explain?.(refusal) ?? explainStatus(refusal)
  }

  const addressOf = (path: string): URL => new URL(path.startsWith("/") ? base.origin + folder + path : path)

  function settled(name: string, path: string, reply: HttpReply & { retries: number }) {
    if (reply.status < 300 && name !== path) found.set(name, path)
    return reply
  }

  function send(call: LineCall, path: string, alsoAccept: number[], patience?: Patience) {
    const { method, headers, body, form, accept = [] } = call
    const url = addressOf(path)
    for (const [name, value] of call.query ?? []) url.searchParams.append(name, value)
    return httpTo(url.origin).request(
      {
        method,
        path: url.pathname + url.search,
        accept: [...accept, ...alsoAccept],
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined ? {} : { body }),
        ...(form === undefined ? {} : { form }),
      },
      patience,
    )
  }

  function ownPath(address: string, askedAt: string): string {
    const asked = askedAt.startsWith("/") ? base.origin + folder + askedAt : askedAt
    const url = URL.canParse(address, asked) ? new URL(address, asked) : null
    // Behind a proxy that ends TLS a service may call itself http; it is asked where it was asked before all the same
    if (url !== null && url.host === base.host && /^https?:$/.test(url.protocol))
      return url.pathname + url.search
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
