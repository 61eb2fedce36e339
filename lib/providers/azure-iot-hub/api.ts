import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Http } from "@/lib/http/open-http"
import { type Patience, patient, quick } from "@/lib/http/patience"
import type { HttpReply } from "@/lib/http/send-once"
import { errorCodeIn } from "./error-code"
import { objectIn, readCount } from "./read-value"
import type { SignIn } from "./sign-in"

/** The most that a hub gives at once (§A.4 of the provider facts); it may give fewer. */
export const perPage = 100

const version = "api-version=2021-04-12"

/** A throttled hub first answers slowly, then with 429: both are waited for (§A.8). */
const unhurried: Patience = { ...patient, timeoutMs: 90_000, limited: 5 }

/** One page of a query. `next` continues the query; null on the last page, which need not be shorter. */
export type QueryPage = {
  items: Json[]
  next: string | null
  raw: string
  json: Json
  retries: number
  stripped: number
}

export type Hub = ReturnType<typeof openHub>

/** An IoT hub's calls (§A.3 of the provider facts). Each throws ProviderError. */
export function openHub(http: Http, signIn: SignIn) {
  type Call = Parameters<Http["request"]>[0]

  /** A token that was refused is renewed once: it may have been revoked, or a clock may be off. */
  async function ask(call: Call, patience: Patience): Promise<HttpReply & { retries: number }> {
    const send = async () => {
      const headers = { ...call.headers, authorization: await signIn.authorization() }
      return http.request({ ...call, headers }, patience)
    }
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof ProviderError) || error.code !== "unauthorized" || !signIn.renew()) throw error
      return send()
    }
  }

  /** Twins of devices or modules. `from` is what the page before gave as `next`, for the same text. */
  async function query(
    text: string,
    {
      from = null,
      size = perPage,
      patience = unhurried,
    }: { from?: string | null; size?: number; patience?: Patience } = {},
  ): Promise<QueryPage> {
    const headers = {
      "x-ms-max-item-count": String(size),
      ...(from === null ? {} : { "x-ms-continuation": from }),
    }
    const reply = await ask(
      { method: "POST", path: `/devices/query?${version}`, headers, body: { query: text } },
      patience,
    )
    const { json, text: raw, retries, stripped } = reply
    if (!Array.isArray(json))
      throw new ProviderError({
        code: "bad_response",
        message: "The hub's reply to a query is no list. Check that the address is an IoT hub's.",
      })
    return { items: json, next: reply.header("x-ms-continuation") || null, raw, json, retries, stripped }
  }

  /** How many devices the hub counts; free of charge. */
  async function countDevices(patience: Patience = patient): Promise<number | null> {
    const { json } = await ask({ method: "GET", path: `/statistics/devices?${version}` }, patience)
    return readCount(objectIn(json).totalDeviceCount)
  }

  /** One twin as the registry has it now, which no list promises; or a 404. */
  const readTwin = (deviceId: string) =>
    ask({ method: "GET", path: `/twins/${encodeURIComponent(deviceId)}?${version}`, accept: [404] }, quick)

  /** Whether the hub itself says that it has such a device; a 404 for any other reason proves nothing. */
  async function presenceOf(deviceId: string): Promise<"there" | "gone" | "unknown"> {
    const { status, text } = await readTwin(deviceId)
    if (status !== 404) return "there"
    return errorCodeIn(text) === "DeviceNotFound" ? "gone" : "unknown"
  }

  /** The version of a device's twin; null where there is none. */
  async function readVersion(deviceId: string): Promise<number | null> {
    const { json } = await readTwin(deviceId)
    return readCount(objectIn(json).version)
  }

  return { query, countDevices, presenceOf, readVersion }
}
