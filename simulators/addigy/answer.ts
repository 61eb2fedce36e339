import type { Reply } from "@/simulators/reply"
import { type Asked, parseJson } from "@/simulators/serve"
import { answerV1 } from "./answer-v1"
import { answerV2 } from "./answer-v2"
import { refuse } from "./refuse"
import type { World } from "./world"

/** Answers in the dialect that the path asks for, once the credentials are right. */
export function answer(world: World, { method, url, headers, body }: Asked): Reply {
  const { clientId, clientSecret } = world.credentials
  if (url.pathname.startsWith("/api/v2/")) {
    if (!isKey(world, headers["x-api-key"])) return refuse(401, "invalid api key")
    if (method === "POST" && !headers["content-type"]?.startsWith("application/json"))
      return refuse(415, "content type must be application/json")
    const parsed = method === "POST" ? parseJson(body) : null
    if (parsed === undefined) return refuse(400, "body is not JSON")
    return answerV2(world, { method, path: url.pathname.slice("/api/v2".length), body: parsed })
  }
  if (!url.pathname.startsWith("/api/")) return refuse(404, "not found")
  if (headers["client-id"] !== clientId || headers["client-secret"] !== clientSecret)
    return { status: 401, body: JSON.stringify({ error: "invalid client-id or client-secret" }) }
  return answerV1(world, { method, path: url.pathname.slice("/api".length), query: url.searchParams })
}

/** The organisation's key, or one of its further ones, which end in a number from 1 on. */
function isKey({ credentials, keys }: World, key: unknown): boolean {
  if (key === credentials.apiKey) return true
  if (typeof key !== "string" || !key.startsWith(`${credentials.apiKey}-`)) return false
  const number = Number(key.slice(credentials.apiKey.length + 1))
  return Number.isInteger(number) && number >= 1 && number <= keys
}

/** Which call a path stands for, as faults name them. */
export function callOf(path: string): string {
  if (path.endsWith("/devices")) return "devices"
  return path.includes("permissions") ? "permissions" : path.includes("policies") ? "policies" : "other"
}
