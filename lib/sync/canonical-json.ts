import type { Json } from "@/lib/domain/json"

/** JSON text whose keys are in order at every depth, so that equal content has equal text. */
export function canonicalJson(value: { [key: string]: Json }): string {
  return JSON.stringify(isCanonical(value) ? value : sorted(value))
}

function isCanonical(value: Json): boolean {
  if (typeof value !== "object" || value === null) return true
  if (Array.isArray(value)) return value.every(isCanonical)
  let previous = ""
  for (const key in value) {
    if (key < previous || isIndex(key) || !isCanonical(value[key] ?? null)) return false
    previous = key
  }
  return true
}

/** Engines put keys such as "7" first whatever their order of arrival; their order is stable, so sorting leaves them be. */
const isIndex = (key: string): boolean => key.charCodeAt(0) < 58 && key.charCodeAt(0) > 47

function sorted(value: Json): Json {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]))
}
