import type { Json } from "@/lib/domain/json"
import { configOf } from "./config-of"
import type { Preset } from "./preset"
import { settingsSchema } from "./read-settings"

/** The origins that calls may go to as the settings are, put together from whatever settings they are. */
export function originsOf(preset: Preset, settings: Record<string, Json>): string[] {
  const found = configOf(preset, settingsSchema(preset).safeParse(settings).data ?? settings)
  switch (found.kind) {
    case "configured":
      return originsIn(found.config)
    case "missing":
      return originsIn(found.raw)
    // Nothing is ever sent with it
    case "wrong":
      return []
  }
}

/** Of every address in a configuration, however it is written: `https:host` is one too. */
function originsIn(value: unknown): string[] {
  if (typeof value === "string") {
    const url = URL.canParse(value) ? new URL(value) : null
    return url !== null && /^https?:$/.test(url.protocol) ? [url.origin] : []
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(originsIn) : []
}
