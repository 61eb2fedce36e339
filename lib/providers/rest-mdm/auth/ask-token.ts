import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import { readTimestamp } from "@/lib/domain/read-value"
import type { AuthPart } from "@/lib/providers/rest-mdm/config/auth"
import { fill, fillAll } from "@/lib/providers/rest-mdm/fill"
import type { Line, LineCall } from "@/lib/providers/rest-mdm/open-line"
import { readPath } from "@/lib/providers/rest-mdm/path/read-path"
import { basic } from "./open-auth"

export type Token = { token: string; lifeMs: number }

type OAuthPart = Extract<AuthPart, { type: "oauth2_client_credentials" }>
type LoginPart = Extract<AuthPart, { type: "login_token" }>
type Asking<Part> = { part: Part; line: Line; credentials: Record<string, string>; now: () => number }

/** OAuth 2.0 client credentials (RFC 6749, 4.4): there is no refresh, one asks again. */
export async function askOAuthToken({ part, line, credentials }: Asking<OAuthPart>): Promise<Token> {
  const id = fill(part.client_id, credentials)
  const secret = fill(part.client_secret, credentials)
  const inBody = part.client_auth === "body"
  const form = {
    grant_type: "client_credentials",
    ...(part.scope === "" ? {} : { scope: part.scope }),
    ...(inBody ? { client_id: id, client_secret: secret } : {}),
  }
  const call: LineCall = {
    method: "POST",
    paths: part.token_url,
    letsIn: ({ json }) => textAt(json, part.token) !== null,
    headers: inBody ? {} : { authorization: basic(id, secret) },
    ...(part.format === "form" ? { form } : { body: form }),
  }
  const { json } = await line.request(call)
  const seconds = Number(readPath(json, part.expires_in) ?? Number.NaN)
  return { token: tokenIn(json, part.token), lifeMs: (seconds > 0 ? seconds : 300) * 1000 }
}

/** A sign-in that answers a token, in its body or in a header (Jamf's user token, Fleet's and Mosyle's login). */
export async function askLoginToken({ part, line, credentials, now }: Asking<LoginPart>): Promise<Token> {
  const { json, header } = await line.request({
    method: part.method,
    paths: part.path,
    letsIn: ({ json, header }) =>
      (part.token_header === undefined ? textAt(json, part.token) : header(part.token_header)) !== null,
    headers: part.basic
      ? { authorization: basic(credentials.username ?? "", credentials.password ?? "") }
      : {},
    ...(part.basic || part.method === "GET" ? {} : { body: fillAll(part.body, credentials) }),
  })
  const token =
    part.token_header === undefined
      ? tokenIn(json, part.token)
      : withoutScheme(header(part.token_header) ?? missing(`its reply has no header ${part.token_header}`))
  return { token, lifeMs: lifeOf(part, json, now()) }
}

function lifeOf({ expires_at, expires_in, ttl_s }: LoginPart, json: Json, now: number): number {
  const at = expires_at === undefined ? null : readTimestamp(readPath(json, expires_at))
  if (at !== null) return Math.max(0, Date.parse(at) - now)
  const seconds = expires_in === undefined ? Number.NaN : Number(readPath(json, expires_in) ?? Number.NaN)
  return (seconds > 0 ? seconds : ttl_s) * 1000
}

const tokenIn = (json: Json, path: string): string =>
  textAt(json, path) ?? missing(`there is none at ${path} of its reply`)

function textAt(json: Json, path: string): string | null {
  const token = readPath(json, path)
  return typeof token === "string" && token !== "" ? token : null
}

/** Mosyle sends the header as it wants it back: `Bearer …`. */
const withoutScheme = (header: string): string => header.replace(/^Bearer\s+/i, "").trim()

function missing(what: string): never {
  throw new ProviderError({
    code: "bad_response",
    message: `The sign-in gave no token: ${what}. Check the address of the sign-in and where the token stands.`,
  })
}
