import type { Json } from "@/lib/domain/json"
import { readFlag, readText, readTimestamp } from "@/lib/domain/read-value"
import type { Transform } from "@/lib/providers/rest-mdm/config/fields"

/** Takes a value through the transforms in their order. Never throws; what cannot be made is null. */
export function transformed(value: Json, transforms: Transform[]): Json {
  return transforms.reduce(apply, value)
}

function apply(value: Json, transform: Transform): Json {
  if (typeof transform === "object") return applyWith(value, transform)
  switch (transform) {
    case "trim":
      return onText(value, (text) => text.trim())
    case "upper":
      return onText(value, (text) => text.toUpperCase())
    case "lower":
      return onText(value, (text) => text.toLowerCase())
    case "empty_to_null":
      return typeof value === "string" && value.trim() === "" ? null : value
    case "first":
      return Array.isArray(value) ? (value.find((entry) => entry !== null && entry !== "") ?? null) : value
    case "join":
      return joined(value, ", ")
    case "to_string":
      return typeof value === "object" || typeof value === "string" ? value : String(value)
    case "bool":
      return asFlag(value)
    case "number":
      return asNumber(value)
    case "datetime":
      return readTimestamp(value)
    // `CORP\sam` and `sam@example.test` are both sam
    case "strip_domain":
      return onText(value, (text) => text.replace(/^[^\\]*\\/, "").replace(/@.*$/, ""))
  }
}

function applyWith(value: Json, transform: Extract<Transform, object>): Json {
  if ("const" in transform) return transform.const
  if ("join" in transform) return joined(value, transform.join)
  if ("template" in transform) {
    const text = readText(value)
    return text === null ? null : transform.template.replaceAll("{{value}}", () => text)
  }
  const key = typeof value === "object" ? null : String(value)
  if (key !== null && Object.hasOwn(transform.map, key)) return transform.map[key] ?? null
  return transform.otherwise === undefined ? value : transform.otherwise
}

const onText = (value: Json, change: (text: string) => string): Json =>
  typeof value === "string" ? change(value) : value

function joined(value: Json, between: string): Json {
  if (!Array.isArray(value)) return value
  return value.flatMap((entry) => readText(entry) ?? []).join(between)
}

/** Numbers and the words that services use for yes and no. */
function asFlag(value: Json): Json {
  if (typeof value === "number") return value === 0 ? false : value === 1 ? true : null
  const word = readText(value)?.toLowerCase()
  if (word === "1" || word === "yes" || word === "y" || word === "on") return true
  if (word === "0" || word === "no" || word === "n" || word === "off") return false
  return readFlag(value)
}

function asNumber(value: Json): Json {
  const text = readText(value)
  return text !== null && Number.isFinite(Number(text)) ? Number(text) : null
}
