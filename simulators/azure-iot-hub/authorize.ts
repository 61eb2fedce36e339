import { createHmac, timingSafeEqual } from "node:crypto"
import type { Reply } from "@/simulators/reply"
import type { Asked } from "@/simulators/serve"
import { rightsOfToken } from "./entra"
import { refuseWith } from "./refuse"
import { hostName, policies, type Right, type World } from "./world"

/** Refuses a call whose Authorization header is wrong, out of date, or lacks the right; null lets it pass. */
export function authorize(world: World, { headers }: Asked, needs: Right): Reply | null {
  const header = headers.authorization ?? ""
  const rights = header.startsWith("Bearer ")
    ? rightsOfToken(header.slice("Bearer ".length), world.now())
    : rightsOfSas(header, world.now())
  if (rights === null) return refuseWith("IotHubUnauthorizedAccess", "Unauthorized")
  if (!rights.includes(needs))
    return refuseWith("IotHubUnauthorizedAccess", `Unauthorized: ${needs} is missing`)
  return null
}

/** What a shared access signature allows; null when it is none, not ours, expired or forged. */
function rightsOfSas(header: string, now: number): Right[] | null {
  const [scheme, given = "", ...more] = header.split(" ")
  if (scheme !== "SharedAccessSignature" || more.length > 0) return null
  const parts = new Map(given.split("&").map((pair) => pairOf(pair)))
  const [resource, signature, expiry, name] = ["sr", "sig", "se", "skn"].map((key) => parts.get(key) ?? "")
  const policy = policies[decoded(name ?? "")]
  if (!resource || !signature || !expiry || policy === undefined || !/^\d{10}$/.test(expiry)) return null
  if (decoded(resource).toLowerCase() !== hostName || Number(expiry) * 1000 <= now) return null
  const due = createHmac("sha256", Buffer.from(policy.key, "base64"))
    .update(`${resource}\n${expiry}`)
    .digest()
  const got = Buffer.from(decoded(signature), "base64")
  return got.length === due.length && timingSafeEqual(got, due) ? policy.rights : null
}

function pairOf(pair: string): [string, string] {
  const at = pair.indexOf("=")
  return [pair.slice(0, at), pair.slice(at + 1)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ""
  }
}
