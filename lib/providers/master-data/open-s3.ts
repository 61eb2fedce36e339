import { Agent as HttpAgent } from "node:http"
import { Agent as HttpsAgent } from "node:https"
import type { S3Client } from "@aws-sdk/client-s3"
import { ProviderError } from "@/lib/domain/provider-error"
import { assertUrlAllowed, RefusedAddress } from "@/lib/http/address-guard"
import { readAllowList } from "@/lib/http/allow-list"
import { guardedLookup } from "@/lib/http/guarded-lookup"
import type { MasterDataCredentials, MasterDataSettings } from "./settings"

/** Milliseconds: to connect, and for a whole answer. */
const connectMs = 10_000
const answerMs = 60_000

type Opening = {
  settings: MasterDataSettings
  credentials: MasterDataCredentials
  allowedPrivateHosts: string[]
  timeoutMs: number | undefined
}

/** Where the bucket is asked for, for messages and for the guard. */
export const s3Address = ({
  s3Endpoint,
  region,
}: Pick<MasterDataSettings, "s3Endpoint" | "region">): string =>
  s3Endpoint ?? `https://s3.${region}.amazonaws.com`

/**
 * A client of the AWS SDK whose sockets keep to the rules of every connector: no private address that is not allowed, no
 * redirect to another region. The SDK is large, so it is loaded when the first client is opened.
 */
export async function openS3({
  settings,
  credentials,
  allowedPrivateHosts,
  timeoutMs,
}: Opening): Promise<S3Client> {
  const url = new URL(s3Address(settings))
  const allowed = readAllowList(allowedPrivateHosts)
  try {
    assertUrlAllowed(url, allowed)
  } catch (cause) {
    if (!(cause instanceof RefusedAddress)) throw cause
    throw new ProviderError({ code: "misconfigured", message: cause.message, cause })
  }
  const { NodeHttpHandler, S3Client } = await import("./s3-sdk")
  const agent = { keepAlive: true, maxSockets: 8, lookup: guardedLookup({ protocol: url.protocol, allowed }) }
  const { accessKeyId, secretAccessKey, sessionToken } = credentials
  return new S3Client({
    region: settings.region,
    ...(settings.s3Endpoint === null ? {} : { endpoint: settings.s3Endpoint }),
    forcePathStyle: isPathStyle(settings),
    followRegionRedirects: false,
    maxAttempts: 3,
    // What is sent carries its SHA-256; more than that, stores that only resemble S3 do not take
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    requestHandler: new NodeHttpHandler({
      connectionTimeout: timeoutMs ?? connectMs,
      requestTimeout: timeoutMs ?? answerMs,
      throwOnRequestTimeout: true,
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(agent),
    }),
  })
}

const isPathStyle = ({ addressing, s3Endpoint }: MasterDataSettings): boolean =>
  addressing === "auto" ? s3Endpoint !== null : addressing === "path"
