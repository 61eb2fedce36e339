import type { Json } from "@/lib/domain/json"

/** Puts credentials in the place of their references, for a request; one that is not given becomes an empty text. */
export function fill(text: string, credentials: Record<string, string>): string {
  return text.replace(/\{\{credentials\.(\w+)\}\}/g, (_, key: string) => credentials[key] ?? "")
}

/** The same for every text in a body. */
export function fillAll(value: Json, credentials: Record<string, string>): Json {
  if (typeof value === "string") return fill(value, credentials)
  if (Array.isArray(value)) return value.map((entry) => fillAll(entry, credentials))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillAll(entry, credentials)]))
}
