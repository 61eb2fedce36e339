import type { Json } from "@/lib/domain/json"

/** How NUL, and halves of surrogate pairs, are written in JSON; whole pairs are found too, and sorted out below. */
const escapes = ["\\u0000", "\\ud", "\\uD"]
const unstorable = /\0|\p{Surrogate}/gu

/**
 * Takes out of a parsed reply, keys included, what no database text can hold: NUL and halves of surrogate pairs.
 * `text` is the reply as received: only if it may hold such a character is anything looked through.
 */
export function stripUnstorable(json: Json, text: string): { json: Json; stripped: number } {
  if (!escapes.some((written) => text.includes(written))) return { json, stripped: 0 }
  const count = { stripped: 0 }
  const clean = strip(json, count)
  return { json: clean, stripped: count.stripped }
}

function strip(value: Json, count: { stripped: number }): Json {
  if (typeof value === "string") return stripText(value, count)
  if (Array.isArray(value)) return value.map((entry) => strip(entry, count))
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [stripText(key, count), strip(entry, count)]),
  )
}

function stripText(text: string, count: { stripped: number }): string {
  return text.replace(unstorable, () => {
    count.stripped += 1
    return ""
  })
}
