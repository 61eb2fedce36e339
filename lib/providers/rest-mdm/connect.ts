import type { SessionOptions } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import { defaultRetryTimes } from "@/lib/http/backoff"
import { explainStatus, type Refusal } from "@/lib/http/explain-status"
import { askLoginToken, askOAuthToken } from "./auth/ask-token"
import { basic, openAuth } from "./auth/open-auth"
import type { RestConfig } from "./config/config"
import { fill } from "./fill"
import { type Api, openApi } from "./open-api"
import { openLine } from "./open-line"
import { rateOf } from "./rate-of"

/** Opens the way to an API as it is configured. Throws ProviderError for an address that may not be used. */
export function connect(config: RestConfig, options: SessionOptions): Api {
  const { credentials, allowedPrivateHosts, signal, takeTurn } = options
  const base = baseOf(config)
  // Filled as tokens come, so that none of them is ever shown
  const secrets = [...Object.values(credentials), ...packed(config, credentials)]
  const { base_ms, max_ms } = config.retry
  const line = openLine({
    base,
    allowedPrivateHosts,
    signal,
    headers: {},
    secrets,
    explain: (refusal) => explain(refusal, config),
    retry: options.retry ?? { ...defaultRetryTimes, baseMs: base_ms, maxMs: max_ms },
    maxBytes: Math.round(config.limits.page_mb * 1_000_000),
    rate: rateOf(config),
    takeTurn,
  })
  const now = () => Date.now()
  const auth = openAuth({
    // Whoever knows the path that all calls begin with knows where the sign-in is
    parts: config.base_path === undefined ? config.auth.map((part) => withRoots(part, base)) : config.auth,
    credentials,
    now,
    askToken: async (part) => {
      const asking = { line, credentials, now }
      const token =
        part.type === "login_token"
          ? await askLoginToken({ ...asking, part })
          : await askOAuthToken({ ...asking, part })
      secrets.push(token.token)
      return token
    },
  })
  return openApi({ config, line, auth, credentials, secrets, retries: config.retry.max })
}

/** User names and passwords as Basic packs them into one: a service may repeat the header that it was sent. */
function packed({ auth }: RestConfig, credentials: Record<string, string>): string[] {
  return auth.flatMap((part) => {
    if (part.type === "basic")
      return packedPair(fill(part.username, credentials), fill(part.password, credentials))
    if (part.type === "oauth2_client_credentials")
      return packedPair(fill(part.client_id, credentials), fill(part.client_secret, credentials))
    return part.type === "login_token"
      ? packedPair(credentials.username ?? "", credentials.password ?? "")
      : []
  })
}

const packedPair = (username: string, password: string): string =>
  basic(username, password).replace(/^Basic /, "")

function baseOf({ base_url, base_path = "" }: RestConfig): URL {
  const url = new URL(base_url)
  const folder = url.pathname.replace(/\/+$/, "")
  url.pathname = folder.endsWith(base_path) ? folder : folder + base_path
  return url
}

/** A sign-in at /oauth/token is meant under the base URL by some and at the root of the host by others: both are tried. */
function withRoots(part: RestConfig["auth"][number], { origin, pathname }: URL): RestConfig["auth"][number] {
  if (pathname === "/" || pathname === "") return part
  const both = (paths: string[]) => [
    ...paths,
    ...paths.flatMap((path) => (path.startsWith("/") ? [origin + path] : [])),
  ]
  switch (part.type) {
    case "oauth2_client_credentials":
      return { ...part, token_url: both(part.token_url) }
    case "login_token":
      return { ...part, path: both(part.path) }
    case "none":
    case "header":
    case "basic":
    case "bearer":
    case "query":
      return part
  }
}

/** Adds what to do about a status in this service's own terms, and lets pass what the configuration says may pass. */
function explain(refusal: Refusal, { hints, retry }: RestConfig): ProviderError | null {
  const { status, said: providerSaid, retryAfterSeconds } = refusal
  if (isRefusedClient(refusal)) return refusedClient(refusal, hints)
  const general = explainStatus(refusal)
  const code = retry.retry_on.includes(status) && !general.isRetryable ? "unreachable" : general.code
  const hint = hints[String(status)]
  if (hint === undefined && code === general.code && (providerSaid === null || status < 400 || status >= 500))
    return null
  const said = status === 400 || status === 422 ? saidWords(providerSaid) : ""
  const message = [general.message, said, hint].filter(Boolean).join(" ")
  return new ProviderError({ code, message, providerSaid, retryAfterSeconds })
}

/** OAuth services may refuse a client with a 400 as well as with a 401 (RFC 6749, 5.2). */
const isRefusedClient = ({ status, text }: Refusal): boolean =>
  status === 400 && /"error"\s*:\s*"(?:invalid_client|unauthorized_client|invalid_grant)"/.test(text)

function refusedClient({ host, said: providerSaid }: Refusal, hints: RestConfig["hints"]): ProviderError {
  const message = `${host} refused the credentials (400). ${hints["401"] ?? "Enter valid ones."}`
  return new ProviderError({ code: "unauthorized", message, providerSaid })
}

const saidWords = (said: string | null): string => (said === null ? "" : `It says: ${said}`)
