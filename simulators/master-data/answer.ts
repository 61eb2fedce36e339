import { randomUUID } from "node:crypto"
import type { Reply } from "@/simulators/reply"
import type { Asked } from "@/simulators/serve"
import type { Credentials } from "./credentials"
import type { Entry, World } from "./world"

const lifeSeconds = 3600

/** The sign-in service, and the API behind its management, by path. */
export function answer(world: World, credentials: Credentials, asked: Asked): Reply {
  const { pathname } = asked.url
  if (pathname.endsWith("/oauth2/v2.0/token")) return giveToken(world, credentials, asked)
  const refusal = refuseUnlessKnown(world, credentials, asked)
  if (refusal !== null) return refusal
  if (asked.method !== "GET") return problem(405, "Method Not Allowed")
  switch (pathname) {
    case "/trade/nirms/ineligible-items":
      return listReply(world, "ineligibleItems", itemsOf(world))
    case "/trade/iso-codes":
      return listReply(world, "isoCodes", world.isoCodes)
    default:
      return problem(404, "Resource not found")
  }
}

/** An error as API Management words it. */
export const problem = (status: number, message: string): Reply => ({
  status,
  body: JSON.stringify({ statusCode: status, message }),
})

/** `POST /{tenant}/oauth2/v2.0/token`: a form, client credentials, and a scope that ends in /.default. */
function giveToken(world: World, credentials: Credentials, { method, url, headers, body }: Asked): Reply {
  if (method !== "POST") return signInError(405, "invalid_request", "Only POST.")
  if (!headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
    return signInError(400, "invalid_request", "AADSTS900144: The body must be a form.")
  const form = new URLSearchParams(body)
  if (url.pathname !== `/${credentials.tenantId}/oauth2/v2.0/token`)
    return signInError(400, "invalid_request", "AADSTS90002: Tenant not found.")
  if (form.get("grant_type") !== "client_credentials")
    return signInError(400, "unsupported_grant_type", "AADSTS70003: Unsupported grant type.")
  if (form.get("client_id") !== credentials.clientId)
    return signInError(400, "unauthorized_client", "AADSTS700016: Application not found in the directory.")
  if (form.get("client_secret") !== credentials.clientSecret)
    return signInError(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.")
  if (!/^api:\/\/.+\/\.default$/.test(form.get("scope") ?? ""))
    return signInError(400, "invalid_scope", "AADSTS1002012: The scope is not valid for client credentials.")
  const token = `simulated.${randomUUID()}`
  world.tokens.set(token, world.now() + lifeSeconds * 1000)
  const reply = {
    token_type: "Bearer",
    expires_in: lifeSeconds,
    ext_expires_in: lifeSeconds,
    access_token: token,
  }
  return { status: 200, body: JSON.stringify(reply) }
}

const signInError = (status: number, error: string, words: string): Reply => ({
  status,
  body: JSON.stringify({ error, error_description: words, error_codes: [0], trace_id: randomUUID() }),
})

function refuseUnlessKnown(world: World, credentials: Credentials, { headers }: Asked): Reply | null {
  const key = headers["ocp-apim-subscription-key"]
  if (key === undefined)
    return problem(
      401,
      "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.",
    )
  if (key !== credentials.subscriptionKey)
    return problem(
      401,
      "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.",
    )
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1] ?? ""
  const until = token === credentials.bearerToken ? Number.POSITIVE_INFINITY : (world.tokens.get(token) ?? 0)
  if (until <= world.now()) return problem(401, "Unauthorized. Access token is missing or invalid.")
  if (!headers["content-type"]?.startsWith("application/json")) return problem(415, "Unsupported Media Type")
  return null
}

function itemsOf({ items, faults }: World): Entry[] {
  if (faults.find("empty") !== null) return []
  const broken = faults.find("malformed")?.count ?? 0
  const again = faults.find("duplicates")?.count ?? 0
  return [
    ...items.slice(0, broken).map(({ id = null }) => ({ id, commodity_code: "not a code" })),
    ...items.slice(broken),
    ...items.slice(broken, broken + again).map((item, at) => ({ ...item, id: 1_000_000 + at })),
  ]
}

const listReply = ({ form }: World, key: string, entries: Entry[]): Reply => ({
  status: 200,
  body: JSON.stringify(form === "array" ? entries : { [key]: entries, generatedAt: "2026-01-20T09:00:00Z" }),
})
