import { createHmac } from "node:crypto"
import type { ConnectionString } from "./connection-string"

/** Seconds that a token holds: what Azure's own clients use. */
const lifetime = 3600

/**
 * The Authorization header of a shared access policy (§A.1 of the provider facts): HMAC-SHA256, under the decoded key, of the
 * encoded host name and the expiry in seconds since 1970. `now` in milliseconds.
 */
export function signSas({ hostName, policy, key }: ConnectionString, now: number): string {
  const resource = encodeURIComponent(hostName.split(":")[0] ?? hostName)
  const expiry = Math.floor(now / 1000) + lifetime
  const signature = createHmac("sha256", Buffer.from(key, "base64"))
    .update(`${resource}\n${expiry}`)
    .digest("base64")
  return `SharedAccessSignature sr=${resource}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=${encodeURIComponent(policy)}`
}
