import type { z } from "zod"
import type { Provider, SessionOptions } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Session } from "@/lib/domain/session"
import { type Http, openHttp } from "@/lib/http/open-http"
import { openAddigy, storedItems } from "./api"
import { checkAddigy } from "./check"
import { explainRefusal } from "./explain"
import { mapPage } from "./map-page"
import { readDevices } from "./read"
import {
  type AddigyCredentials,
  type AddigySettings,
  addigyCredentials,
  addigySettings,
  baseUrlOf,
} from "./settings"

export const addigy: Provider = {
  settings: addigySettings,
  credentials: ({ apiVersion }) => addigyCredentials(apiVersion === "v1" ? "v1" : "v2"),
  openSession,
  rate: (settings) => rateOf(baseUrlOf(parsed(addigySettings, settings))),
  mapStored: (_stream, raw, settings) =>
    mapPage(storedItems(JSON.parse(raw)), parsed(addigySettings, settings)),
}

/** Opens a session. Throws ProviderError `misconfigured` for settings or credentials that cannot be right. */
function openSession(options: SessionOptions): Session {
  const settings = parsed(addigySettings, options.settings)
  const credentials = parsed(addigyCredentials(settings.apiVersion), options.credentials)
  const baseUrl = baseUrlOf(settings)
  const http = openAddigyHttp({ options, settings, credentials, baseUrl })
  const api = openAddigy(http, settings)
  return {
    scope: () =>
      `Addigy ${settings.apiVersion}, ${settings.policyId === null ? "all policies" : `policy ${settings.policyId}`}`,
    check: () => checkAddigy(api, new URL(baseUrl).host),
    read: (_stream, cursor) => readDevices(api, cursor),
    close: () => http.close(),
  }
}

type Opening = {
  options: SessionOptions
  settings: AddigySettings
  credentials: AddigyCredentials
  baseUrl: string
}

/** v1 sends a whole organisation in one reply, so it may be large. */
const maxBytes = { v2: 25_000_000, v1: 250_000_000 }

function openAddigyHttp({ options, settings, credentials, baseUrl }: Opening): Http {
  const { allowedPrivateHosts, signal, retry, takeTurn } = options
  return openHttp({
    baseUrl,
    allowedPrivateHosts,
    signal,
    ...(retry === undefined ? {} : { retry }),
    headers: headersOf(credentials),
    secrets: Object.values(credentials),
    explain: (refusal) => explainRefusal(refusal, settings.apiVersion),
    maxBytes: maxBytes[settings.apiVersion],
    rate: rateOf(baseUrl),
    takeTurn,
  })
}

function headersOf(credentials: AddigyCredentials): Record<string, string> {
  if ("apiKey" in credentials) return { "x-api-key": credentials.apiKey }
  return { "client-id": credentials.clientId, "client-secret": credentials.clientSecret }
}

/** Addigy allows 1,000 requests in 10 seconds for all programs together. A stand-in elsewhere has no such limit. */
function rateOf(baseUrl: string) {
  return new URL(baseUrl).hostname.endsWith(".addigy.com") ? { perSecond: 20, burst: 100 } : null
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const message = result.error.issues.map((issue) => issue.message).join(" ")
  throw new ProviderError({
    code: "misconfigured",
    message: `The Addigy settings cannot be used: ${message}`,
  })
}
