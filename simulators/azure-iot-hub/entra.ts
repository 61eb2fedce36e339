import { createHmac, randomBytes } from "node:crypto"
import type { Reply } from "@/simulators/reply"
import type { Asked } from "@/simulators/serve"
import { applications, type Right, tenantId } from "./world"

const key = randomBytes(32)
const lifetime = 3599
const scope = "https://iothubs.azure.net/.default"

/** Entra ID's token endpoint, for client credentials and nothing else; null when the path is another. */
export function answerSignIn({ method, url, headers, body }: Asked, now: number): Reply | null {
  const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(url.pathname)?.[1]
  if (tenant === undefined) return null
  if (method !== "POST" || !headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
    return refused(400, "invalid_request", "AADSTS900144: The request body must be a form.")
  const form = new URLSearchParams(body)
  const clientId = form.get("client_id") ?? ""
  const application = applications[clientId]
  if (form.get("grant_type") !== "client_credentials")
    return refused(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.")
  if (tenant !== tenantId)
    return refused(400, "invalid_request", `AADSTS90002: Tenant '${tenant}' not found.`)
  if (application === undefined)
    return refused(
      400,
      "unauthorized_client",
      `AADSTS700016: Application with identifier '${clientId}' was not found.`,
    )
  if (form.get("client_secret") !== application.secret)
    return refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.")
  if (form.get("scope") !== scope)
    return refused(400, "invalid_scope", "AADSTS70011: The provided value for scope is not valid.")
  const reply = {
    token_type: "Bearer",
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: tokenFor(clientId, now),
  }
  return { status: 200, body: JSON.stringify(reply) }
}

/** What a token allows; null when it is forged or over. */
export function rightsOfToken(token: string, now: number): Right[] | null {
  const [clientId = "", end = "", signature] = token.split("~")
  if (signature !== sign(`${clientId}~${end}`) || Number(end) <= now) return null
  return applications[clientId]?.rights ?? null
}

function tokenFor(clientId: string, now: number): string {
  const content = `${clientId}~${now + lifetime * 1000}`
  return `${content}~${sign(content)}`
}

const sign = (content: string): string => createHmac("sha256", key).update(content).digest("base64url")

const refused = (status: number, error: string, words: string): Reply => ({
  status,
  body: JSON.stringify({
    error,
    error_description: words,
    error_codes: [],
    timestamp: new Date().toISOString(),
  }),
})
