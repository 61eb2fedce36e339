import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import { explainStatus } from "@/lib/http/explain-status"
import type { Http, HttpOptions } from "@/lib/http/open-http"
import { openHttp } from "@/lib/http/open-http"
import { type Patience, patient } from "@/lib/http/patience"
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

  async function request(call: LineCall, patience: Patience = patient) {
    const name = call.paths.join(" ")
    const known = found.get(name)
    const paths = known === undefined ? call.paths : [known]
    if (call.letsIn !== undefined) return signIn({ call, name, paths, patience })
    const [first = "/", ...others] = paths
    let path = first
    let retries = 0
    for (const other of others) {
      const reply = await send(call, path, gone, patience)
      retries += reply.retries
      if (!gone.includes(reply.status) || call.accept?.includes(reply.status))
        return settled(name, path, { ...reply, retries })
      path = other
    }
    const reply = await send(call, path, [], patience)
    return settled(name, path, { ...reply, retries: retries + reply.retries })
  }

  type SigningIn = { call: LineCall; name: string; paths: string[]; patience: Patience }

  /**
   * Tries the paths of a sign-in until one is there. What refuses us, or answers with something else than JSON, may only stand
   * where the sign-in is not: it is told if none of the others lets us in, whatever those say.
   */
  async function signIn({ call, name, paths: [path = "/", ...others], patience }: SigningIn) {
    const once: Patience = { ...patience, final: ["bad_response"] }
    const accepted = others.length === 0 ? [] : [...gone, ...refusals]
    const reply = await send(call, path, accepted, once).catch((error: unknown) => {
      if (error instanceof ProviderError && error.code === "bad_response") return error
      throw error
    })
    if (reply instanceof ProviderError) return despite(reply, { call, name, paths: others, patience: once })
    if (gone.includes(reply.status)) return signIn({ call, name, paths: others, patience })
    if (refusals.includes(reply.status))
      return despite(refusalOf(path, reply), { call, name, paths: others, patience: once })
    return settled(name, path, reply)
  }

  /** Tries the paths after one that did not let us in, each once. */
  async function despite(verdict: Error, { call, name, paths, patience }: SigningIn) {
    for (const path of paths) {
      const trying = send(call, path, [...gone, ...refusals], { ...patience, retries: 0 })
      const reply = await trying.catch((error: unknown) => {
        throw error instanceof ProviderError ? verdict : error
      })
      if (reply.status < 300 && call.letsIn?.(reply) === true) return settled(name, path, reply)
      if (reply.status < 300) throw verdict
    }
    throw verdict
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

  function send(call: LineCall, path: string, alsoAccept: number[], patience: Patience) {
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
