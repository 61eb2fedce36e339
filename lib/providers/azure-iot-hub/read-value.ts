import type { Json } from "@/lib/domain/json"

export type JsonObject = { [key: string]: Json }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** An object, or an empty one for anything else. */
export const objectIn = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

/** A value as text, trimmed; null for an empty one and for what is no text. */
export function readText(value: Json | undefined): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null
  return typeof value === "string" ? value.trim() || null : null
}

/** A count; null for anything else. */
export function readCount(value: Json | undefined): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null
}

const iso = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/i
const earliest = Date.UTC(1990, 0, 1)

/**
 * A moment as ISO 8601 in UTC with milliseconds. Azure writes up to seven digits of a second, sometimes without a zone; year 1
 * means never and is null (§A.6 of the provider facts).
 */
export function readTimestamp(value: Json | undefined): string | null {
  if (typeof value !== "string") return null
  const [whole, seconds, fraction = "", zone = "Z"] = iso.exec(value.trim()) ?? []
  if (whole === undefined) return null
  const ms = Date.parse(`${seconds}${fraction.slice(0, 4)}${zone.toUpperCase()}`)
  return Number.isNaN(ms) || ms < earliest ? null : new Date(ms).toISOString()
}

/** The latest of several moments. */
export function latest(moments: (string | null)[]): string | null {
  return moments.reduce((last, at) => (at !== null && (last === null || at > last) ? at : last), null)
}
