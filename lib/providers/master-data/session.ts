import type { z } from "zod"
import { lists } from "@/lib/domain/lists"
import type { Provider, SessionOptions } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Page, Session } from "@/lib/domain/session"
import { type Http, openHttp } from "@/lib/http/open-http"
import { openOnce } from "@/lib/http/open-once"
import { type MasterData, openMasterData } from "./api"
import { checkMasterData } from "./check"
import { explainMasterData, explainSignIn } from "./explain"
import { mapList } from "./map-list"
import { openS3 } from "./open-s3"
import {
  type MasterDataCredentials,
  type MasterDataSettings,
  masterDataCredentials,
  masterDataSettings,
  scopeOf,
} from "./settings"
import { openShelf } from "./shelf"
import { openTokens } from "./token"

/** A whole list comes in one reply. */
const maxBytes = 250_000_000
const publicCloud = "https://login.microsoftonline.com"

export const masterData: Provider = {
  settings: masterDataSettings,
  credentials: (settings) => masterDataCredentials(parsed(masterDataSettings, settings).signIn),
  openSession,
  rate: () => null,
  mapStored: (_stream, raw, settings) =>
    mapList(JSON.parse(raw), lists[parsed(masterDataSettings, settings).list]),
}

/** Opens a session. Throws ProviderError `misconfigured` for settings or credentials that cannot be right. */
function openSession(options: SessionOptions): Session {
  const settings = parsed(masterDataSettings, options.settings)
  const credentials = parsed(masterDataCredentials(settings.signIn), options.credentials)
  const secrets: string[] = Object.values(credentials)
  const { http, signIn } = openConnections({ options, settings, credentials, secrets })
  const tokens = openTokens({
    http: signIn,
    credentials,
    scope: settings.scope,
    keepSecret: (token) => secrets.push(token),
  })
  const api = openMasterData({ http, tokens, path: settings.path })
  const s3 = openOnce(() =>
    openS3({
      settings,
      credentials,
      allowedPrivateHosts: options.allowedPrivateHosts,
      timeoutMs: options.retry?.timeoutMs,
    }),
  )
  const shelf = openShelf({ settings, secrets, signal: options.signal, client: s3.get })
  return {
    scope: () => scopeOf(settings),
    check: () => checkMasterData({ settings, masterData: api, shelf }),
    read: () => readList(api, settings),
    shelf,
    close: async () => {
      await Promise.all([http.close(), signIn?.close()])
      ;(await s3.opened())?.destroy()
    },
  }
}

async function* readList(api: MasterData, { list }: MasterDataSettings): AsyncGenerator<Page> {
  const { text: raw, json, retries, stripped } = await api.fetchList()
  yield { ...mapList(json, lists[list]), stripped, cursor: null, raw, json, expectedTotal: null, retries }
}

type Opening = {
  options: SessionOptions
  settings: MasterDataSettings
  credentials: MasterDataCredentials
  secrets: string[]
}

function openConnections({ options, settings, credentials, secrets }: Opening): {
  http: Http
  signIn: Http | null
} {
  const { allowedPrivateHosts, signal, retry, takeTurn } = options
  const shared = { allowedPrivateHosts, signal, secrets, ...(retry === undefined ? {} : { retry }) }
  const http = openHttp({
    ...shared,
    baseUrl: settings.endpoint,
    headers: {
      "ocp-apim-subscription-key": credentials.subscriptionKey,
      "content-type": "application/json",
    },
    explain: explainMasterData,
    maxBytes,
    takeTurn,
  })
  if ("bearerToken" in credentials) return { http, signIn: null }
  const baseUrl = settings.authority ?? publicCloud
  return { http, signIn: openHttp({ ...shared, baseUrl, headers: {}, explain: explainSignIn }) }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const message = result.error.issues.map((issue) => issue.message).join(" ")
  throw new ProviderError({
    code: "misconfigured",
    message: `The settings of master data cannot be used: ${message}`,
  })
}
