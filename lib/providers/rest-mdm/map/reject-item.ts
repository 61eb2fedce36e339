import type { Json } from "@/lib/domain/json"
import { redact } from "@/lib/domain/redact"
import type { Reject } from "@/lib/domain/session"

const longestSample = 500

/** A reject with just enough of the item to recognise it, secrets cut out. */
export function rejectItem(item: Json, why: Omit<Reject, "sample">): Reject {
  return { ...why, sample: sampleOf(item) }
}

function sampleOf(item: Json): Json {
  const { text } = redact(JSON.stringify(shortened(item, 2)))
  return text.length > longestSample ? `${text.slice(0, longestSample).toWellFormed()}…` : JSON.parse(text)
}

/** Long texts cut, lists and deep objects only named. */
function shortened(value: Json, depth: number): Json {
  if (typeof value === "string") return value.length > 60 ? `${value.slice(0, 60).toWellFormed()}…` : value
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return "(a list)"
  if (depth === 0) return "(an object)"
  const entries = Object.entries(value).slice(0, 12)
  return Object.fromEntries(
    entries.map(([key, entry]) => [key.slice(0, 60).toWellFormed(), shortened(entry, depth - 1)]),
  )
}
