import type { Json } from "@/lib/domain/json"
import type { Provider, SessionOptions } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Session } from "@/lib/domain/session"
import { checkRest } from "./check"
import type { RestConfig } from "./config/config"
import { configOf } from "./config/config-of"
import { originsOf } from "./config/origins-of"
import type { Preset } from "./config/preset"
import { credentialsSchema, missingCredentials } from "./config/read-credentials"
import { settingsSchema } from "./config/read-settings"
import { connect } from "./connect"
import { mapPage } from "./map/map-page"
import type { Api } from "./open-api"
import { readItems } from "./path/read-path"
import { rateOf } from "./rate-of"
import { readDevices } from "./read"
import { readSample } from "./sample/read-sample"

/** A connector made of a preset: data, run by this engine. */
export function restProvider(preset: Preset): Provider {
  return {
    settings: settingsSchema(preset),
    credentials: (settings) => credentialsSchema(preset, settings),
    openSession: (options) => openSession(preset, { ...options, settings: parsed(preset, options.settings) }),
    rate: (settings) => {
      const found = configOf(preset, parsed(preset, settings))
      return found.kind === "configured" ? rateOf(found.config) : null
    },
    origins: (settings) => originsOf(preset, settings),
    mapStored: (_stream, raw, settings) =>
      mapStored(configured(preset, parsed(preset, settings), null), JSON.parse(raw)),
  }
}

/** Opens a session. What is not configured is said by every verb, so that a run ends with it. */
function openSession(preset: Preset, options: SessionOptions): Session {
  const { settings, credentials } = options
  let opened: Api | null = null
  const api = (): Api => {
    opened ??= connect(configured(preset, settings, credentials), options)
    return opened
  }
  return {
    scope: () => scopeOf(preset, settings),
    check: async () => checkRest(api(), preset.name),
    sample: () => readSample({ preset, found: configOf(preset, settings), options }),
    async *read(_stream, cursor) {
      yield* readDevices(api(), cursor)
    },
    close: async () => opened?.line.close(),
  }
}

function parsed(preset: Preset, settings: Record<string, Json>): Record<string, Json> {
  const result = settingsSchema(preset).safeParse(settings)
  if (!result.success) throw wrong(preset, result.error.issues)
  return result.data
}

/** The configuration, or a ProviderError `misconfigured` that says what is missing; credentials are judged when given. */
function configured(
  preset: Preset,
  settings: Record<string, Json>,
  credentials: Record<string, string> | null,
): RestConfig {
  const found = configOf(preset, settings)
  if (found.kind === "wrong") throw wrong(preset, found.issues)
  const secrets =
    credentials === null ? [] : missingCredentials(preset, settings, credentials).map(([, label]) => label)
  if (found.kind === "missing") throw notConfigured(preset, [...found.parts, ...secrets])
  if (secrets.length > 0) throw notConfigured(preset, secrets)
  return found.config
}

function notConfigured({ name }: Preset, parts: string[]): ProviderError {
  return new ProviderError({
    code: "misconfigured",
    message: `${name} is not configured. Missing: ${parts.join(", ")}. Fill them in under Settings > Integrations.`,
  })
}

function wrong({ name }: Preset, issues: { path: PropertyKey[]; message: string }[]): ProviderError {
  const said = issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`).join(" ")
  return new ProviderError({
    code: "misconfigured",
    message: `The settings of ${name} cannot be used: ${said}`,
  })
}

/** Whatever decides which devices are read. */
function scopeOf(preset: Preset, settings: Record<string, Json>): string {
  const found = configOf(preset, settings)
  if (found.kind !== "configured") return preset.name
  const { base_url, list, filter } = found.config
  const lists = list.map(({ path, query, body }) => [path[0], query, body])
  return `${preset.name} at ${new URL(base_url).host}, ${JSON.stringify([lists, filter])}`.slice(0, 1000)
}

/** A stored reply does not say which list it was of: the first whose items it holds. */
function mapStored(config: RestConfig, json: Json) {
  const paths = config.list.flatMap(({ items }) => items)
  return mapPage(readItems(json, paths, config.case_insensitive) ?? [], config)
}
