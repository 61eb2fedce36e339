import type { Json } from "@/lib/domain/json"

type Settings = Record<string, Json>

/** The setting that a field's key leads to, `views.circuits.guid` step by step; null where there is none. */
export function settingAt(settings: Settings, key: string): Json {
  let found: Json = settings
  for (const step of key.split(".")) {
    if (typeof found !== "object" || found === null || Array.isArray(found)) return null
    found = found[step] ?? null
  }
  return found
}

/** The settings with one more, in place of what was there under its key. */
export function withSetting(settings: Settings, key: string, value: Json): Settings {
  const [step = key, ...rest] = key.split(".")
  if (rest.length === 0) return { ...settings, [step]: value }
  const inner = settings[step]
  const within = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {}
  return { ...settings, [step]: withSetting(within, rest.join("."), value) }
}
