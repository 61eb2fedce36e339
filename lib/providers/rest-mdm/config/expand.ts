import type { Json } from "@/lib/domain/json"

type Values = Record<string, Json>

const whole = /^\{\{settings\.(\w+)\}\}$/
const inside = /\{\{settings\.(\w+)\}\}/g

/**
 * Puts settings into a configuration. A text that is nothing but a reference becomes the setting itself, whatever its kind;
 * what refers to a setting that is not there is left out together with its key, and so is a part whose `when` is not met.
 */
export function expand(value: Json, settings: Values): Json | undefined {
  if (typeof value === "string") return expandText(value, settings)
  if (Array.isArray(value)) return value.flatMap((entry) => expand(entry, settings) ?? [])
  if (typeof value !== "object" || value === null) return value
  const { when, ...rest } = value
  if (when !== undefined && !isMet(when, settings)) return undefined
  return Object.fromEntries(
    Object.entries(rest).flatMap(([key, entry]) => {
      const expanded = expand(entry, settings)
      return expanded === undefined ? [] : [[key, expanded]]
    }),
  )
}

/** The settings that a configuration refers to. */
export function settingsIn(value: Json): Set<string> {
  return new Set([...JSON.stringify(value).matchAll(inside)].map(([, key = ""]) => key))
}

/** The credentials that a configuration refers to. */
export function credentialsIn(value: unknown): Set<string> {
  return new Set(
    [...JSON.stringify(value).matchAll(/\{\{credentials\.(\w+)\}\}/g)].map(([, key = ""]) => key),
  )
}

function expandText(text: string, settings: Values): Json | undefined {
  const [, key] = whole.exec(text) ?? []
  if (key !== undefined) return settings[key] ?? undefined
  let isWhole = true
  const filled = text.replace(inside, (_, name: string) => {
    const value = settings[name] ?? null
    if (value === null) isWhole = false
    return typeof value === "object" ? JSON.stringify(value) : String(value)
  })
  return isWhole ? filled : undefined
}

/** `{ "setting": "api", "equals": "v1" }`. */
function isMet(when: Json, settings: Values): boolean {
  if (typeof when !== "object" || when === null || Array.isArray(when)) return false
  const value = settings[String(when.setting)] ?? null
  return value === (when.equals ?? null)
}
