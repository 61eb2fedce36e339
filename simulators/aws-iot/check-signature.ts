import { createHash, createHmac } from "node:crypto"
import type { Reply } from "@/simulators/reply"
import type { Asked } from "@/simulators/serve"
import { refuse } from "./refuse"

/** Keys that may sign, with their session token if they are temporary. `expiresAt` in milliseconds. */
export type Key = { accessKeyId: string; secretAccessKey: string; sessionToken?: string; expiresAt?: number }

type Expected = { service: string; region: string; keys: Key[]; now: number }

/** How far clocks may be apart, in milliseconds. */
const skew = 5 * 60_000

/** Verifies Signature Version 4; null for a request that is signed right, else AWS's refusal. */
export function checkSignature(asked: Asked, { service, region, keys, now }: Expected): Reply | null {
  const { authorization = "" } = asked.headers
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    )
  if (found === null)
    return refuse(403, "Missing Authentication Token", "MissingAuthenticationTokenException")
  const [, id = "", day = "", signedRegion = "", signedService = "", signedHeaders = "", signature = ""] =
    found
  const key = keys.find(({ accessKeyId }) => accessKeyId === id)
  const token = headerOf(asked, "x-amz-security-token")
  if (key === undefined || (key.sessionToken ?? "") !== token)
    return refuse(
      403,
      "The security token included in the request is invalid.",
      "UnrecognizedClientException",
    )
  if (key.expiresAt !== undefined && key.expiresAt <= now)
    return refuse(403, "The security token included in the request is expired", "ExpiredTokenException")
  if (signedRegion !== region || signedService !== service)
    return refuse(
      403,
      `Credential should be scoped to ${region}/${service}, not ${signedRegion}/${signedService}.`,
      "InvalidSignatureException",
    )
  const stamp = headerOf(asked, "x-amz-date")
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"))
  if (!(Math.abs(at - now) <= skew) || !stamp.startsWith(day))
    return refuse(
      403,
      `Signature expired: ${stamp} is now earlier than the current time.`,
      "InvalidSignatureException",
    )
  const names = signedHeaders.split(";")
  if (
    !names.includes("host") ||
    !names.includes("x-amz-date") ||
    (token !== "" && !names.includes("x-amz-security-token"))
  )
    return refuse(403, "'Host' and 'X-Amz-Date' must be signed headers.", "InvalidSignatureException")
  const scope = `${day}/${region}/${service}/aws4_request`
  const text = `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonical(asked, names))}`
  if (hmac(keyOf(key.secretAccessKey, { day, region, service }), text).toString("hex") === signature)
    return null
  return refuse(
    403,
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
    "InvalidSignatureException",
  )
}

function canonical(asked: Asked, names: string[]): string {
  const { method, url, body } = asked
  const path = url.pathname.split("/").map(escapeAll).join("/")
  const query = url.search
    .replace(/^\?/, "")
    .split("&")
    .filter(Boolean)
    .map((pair) => (pair.includes("=") ? pair : `${pair}=`))
    .sort()
    .join("&")
  const headers = names
    .map((name) => `${name}:${headerOf(asked, name).trim().replace(/ +/g, " ")}\n`)
    .join("")
  return [method, path, query, headers, names.join(";"), sha256(body)].join("\n")
}

/** Paths are escaped once more than they travel, by every service but S3. */
const escapeAll = (segment: string): string =>
  encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const headerOf = ({ headers }: Asked, name: string): string => {
  const value = headers[name]
  return (Array.isArray(value) ? value.join(",") : value) ?? ""
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest()

const keyOf = (
  secret: string,
  { day, region, service }: { day: string; region: string; service: string },
): Buffer => hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), "aws4_request")
