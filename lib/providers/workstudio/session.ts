import type { z } from "zod"
import type { Provider, SessionOptions } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Page, Session } from "@/lib/domain/session"
import { openHttp } from "@/lib/http/open-http"
import { openWorkstudio } from "./api"
import { checkWorkstudio } from "./check"
import { columnsThen } from "./columns"
import { explainRefusal } from "./explain"
import { openLogins } from "./logins"
import { circuitsMapping } from "./map-circuits"
import { pauseAfter } from "./pause"
import { readCircuits } from "./read-circuits"
import { readUnits, recordsOfStored } from "./read-units"
import { type WorkstudioSettings, workstudioCredentials, workstudioSettings } from "./settings"
import { statusCode } from "./statuses"
import { storedTable } from "./stored-table"

export const workstudio: Provider = {
  settings: workstudioSettings,
  credentials: () => workstudioCredentials,
  openSession,
  // It keeps its own pace, in calls between pauses
  rate: () => null,
  mapStored,
}

/** One reply holds a whole view. */
const maxBytes = 250_000_000

/** Opens a session. Throws ProviderError `misconfigured` for settings or credentials that cannot be right. */
function openSession(options: SessionOptions): Session {
  const settings = parsed(workstudioSettings, options.settings)
  const { errand = {} } = options
  const own = parsed(workstudioCredentials, options.credentials)
  const logins = openLogins(own, errand)
  const { origin, folder } = placeOf(settings.baseUrl)
  const http = openHttp({
    baseUrl: origin,
    allowedPrivateHosts: options.allowedPrivateHosts,
    signal: options.signal,
    retry: options.retry ?? { baseMs: 1000, maxMs: 30_000 },
    headers: {},
    secrets: [
      own.password,
      ...(errand.logins ?? []).flatMap(({ credentials }) => Object.values(credentials)),
      ...logins.secrets(),
    ],
    explain: explainRefusal,
    maxBytes,
    takeTurn: pauseAfter({ calls: settings.pauseAfterCalls, ms: settings.pauseMs }, options.takeTurn),
    tls: { ca: settings.caCertificate, verify: !settings.insecureTls },
  })
  const api = openWorkstudio({ http, host: new URL(origin).host, folder, settings, logins })
  const statuses = [...new Set(errand.filter?.map(statusCode) ?? settings.statuses)]
  return {
    scope: (stream) => scopeOf(stream, statuses),
    check: () => checkWorkstudio(api),
    read: (stream, cursor) => readStream(stream, cursor),
    close: () => http.close(),
  }

  async function* readStream(stream: StreamId, cursor: string | null): AsyncGenerator<Page> {
    if (stream === "circuits") yield* readCircuits(api, statuses, cursor)
    if (stream !== "planned-units" || settings.views.plannedUnits === null) return
    yield* readUnits(api, (await errand.subjects?.(cursor)) ?? [], cursor)
  }
}

const scopeOf = (stream: StreamId, statuses: string[]): string =>
  stream === "circuits" ? `WorkStudio, status ${statuses.join(", ")}` : "WorkStudio, planned units"

/** Where the server is, and its folder for protocols: /DDOProtocol unless the address names it in another case. */
function placeOf(baseUrl: string): { origin: string; folder: string } {
  const folder = /\/ddoprotocol$/i.exec(baseUrl)?.[0]
  return folder === undefined
    ? { origin: baseUrl, folder: "/DDOProtocol" }
    : { origin: baseUrl.slice(0, -folder.length), folder }
}

function mapStored(stream: StreamId, raw: string, settings: Record<string, unknown>) {
  if (stream === "planned-units") return { records: recordsOfStored(raw), rejects: [], skipped: 0 }
  const { table, status } = storedTable(raw)
  const { columns }: WorkstudioSettings = parsed(workstudioSettings, settings)
  return circuitsMapping(table, status, { columns: columnsThen(columns, table.headings) })(table.rows)
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const message = result.error.issues.map((issue) => issue.message).join(" ")
  throw new ProviderError({
    code: "misconfigured",
    message: `The WorkStudio settings cannot be used: ${message}`,
  })
}
