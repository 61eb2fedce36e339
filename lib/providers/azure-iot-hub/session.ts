import type { z } from "zod"
import type { Json } from "@/lib/domain/json"
import type { Provider, SessionOptions } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import type { TakeTurn } from "@/lib/domain/rate"
import type { Session } from "@/lib/domain/session"
import { pause } from "@/lib/http/backoff"
import { openHttp } from "@/lib/http/open-http"
import { openPace } from "@/lib/http/pace"
import { openHub } from "./api"
import { checkHub } from "./check"
import { confirmAbsent, confirmAnew } from "./confirm-each"
import { explainHub, explainSignIn } from "./explain"
import { rateOf } from "./limits"
import { mapStoredPage } from "./map-page"
import { openWindow } from "./open-window"
import { readHub } from "./read"
import { type Access, type AzureSettings, accessOf, azureCredentials, azureSettings } from "./settings"
import { type SignIn, signInWithEntra, signWithKey } from "./sign-in"

export const azureIotHub: Provider = {
  settings: azureSettings,
  credentials: (settings) => azureCredentials(parsed(azureSettings, settings)),
  openSession,
  origins: originsOf,
  rate: (settings) => paceOf(parsed(azureSettings, settings)),
  mapStored: (_stream, raw, settings) => mapStoredPage(JSON.parse(raw), parsed(azureSettings, settings)),
}

/** Beside the addresses among the settings: a host name is none, but tokens of Entra ID go there. */
function originsOf({ hostName }: Record<string, Json>): string[] {
  const host = typeof hostName === "string" ? hostName.trim().toLowerCase() : ""
  return host === "" ? [] : [`https://${host}`]
}

/** Opens a session. Throws ProviderError `misconfigured` for settings or credentials that cannot be right. */
function openSession(options: SessionOptions): Session {
  const settings = parsed(azureSettings, options.settings)
  const access = accessOf(parsed(azureCredentials(settings), options.credentials))
  const secrets = access.kind === "sas" ? [access.key] : [access.clientSecret]
  const { allowedPrivateHosts, signal, retry, takeTurn } = options
  const common = {
    headers: {},
    secrets,
    allowedPrivateHosts,
    signal,
    ...(retry === undefined ? {} : { retry }),
  }
  const http = openHttp({
    ...common,
    baseUrl: settings.endpoint ?? `https://${access.hostName}`,
    explain: (refusal) => explainHub(refusal, access),
    takeTurn: paced(settings, takeTurn),
  })
  const { signIn, close } = openSignIn(access, settings, common)
  const hub = openHub(http, signIn)
  return {
    scope: () => `All devices of ${access.hostName}`,
    check: () => checkHub(hub, access, settings),
    read: (_stream, cursor) => readHub(hub, settings, cursor),
    confirmAbsent: (_stream, ids) => confirmAbsent(hub, ids),
    confirmAnew: (_stream, devices) => confirmAnew(hub, devices),
    close: async () => {
      await Promise.all([http.close(), close()])
    },
  }
}

const usualAuthority = "https://login.microsoftonline.com"

type Common = Pick<
  Parameters<typeof openHttp>[0],
  "headers" | "secrets" | "allowedPrivateHosts" | "signal" | "retry"
>

function openSignIn(
  access: Access,
  settings: AzureSettings,
  common: Common,
): { signIn: SignIn; close: () => Promise<void> } {
  if (access.kind === "sas") return { signIn: signWithKey(access), close: async () => {} }
  const http = openHttp({
    ...common,
    baseUrl: settings.authority ?? usualAuthority,
    explain: (refusal) => explainSignIn(refusal, access),
  })
  const keepSecret = (token: string) => common.secrets.push(token)
  return { signIn: signInWithEntra({ access, http, keepSecret }), close: () => http.close() }
}

/** The pace that all sessions share, where there is one, and the hub's own. */
function paced(settings: AzureSettings, shared: TakeTurn | undefined): TakeTurn {
  const rate = paceOf(settings)
  const takeTurn = shared ?? openPace(rate)
  if (rate === null) return takeTurn
  const wait = openWindow(rate)
  return async (signal) => {
    await pause(wait(performance.now()), signal)
    await takeTurn(signal)
  }
}

/** Azure's own hubs are asked at the pace of their tier. Something else at an endpoint has limits only if a tier is set. */
function paceOf({ endpoint, tier, units }: AzureSettings) {
  const isAzure = endpoint === null || /\.azure-devices\.(net|cn|us)$/.test(new URL(endpoint).hostname)
  return isAzure || tier !== null ? rateOf({ tier, units }) : null
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const message = result.error.issues.map((issue) => issue.message).join(" ")
  throw new ProviderError({
    code: "misconfigured",
    message: `The IoT Hub settings cannot be used: ${message}`,
  })
}
