import type { Json } from "./json"

/** A value as text, trimmed; null for an empty one, for "n/a", and for what is no text. */
export function readText(value: Json): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null
  if (typeof value !== "string") return null
  const text = value.trim()
  return text === "" || (text.length === 3 && text.toLowerCase() === "n/a") ? null : text
}

/** A value as true or false; null when it is not known. */
export function readFlag(value: Json): boolean | null {
  if (typeof value === "boolean") return value
  const text = readText(value)?.toLowerCase()
  return text === "true" ? true : text === "false" ? false : null
}

const plainIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/
const anyIso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?$/i
/** What is mostly sent, and Date.parse reads at once. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/
const earliest = Date.UTC(1990, 0, 1)
const latest = Date.UTC(9999, 0, 1)

/**
 * A moment as ISO 8601 in UTC with milliseconds. Takes ISO texts with one to nine digits of a second (UTC when they name no zone)
 * and seconds or milliseconds since 1970, as number or text; else null. Go's zero time (year 1) is null: it means never.
 */
export function readTimestamp(value: Json): string | null {
  const ms = typeof value === "number" ? fromEpoch(value) : fromText(readText(value))
  return ms !== null && ms >= earliest && ms < latest ? new Date(ms).toISOString() : null
}

function fromText(text: string | null): number | null {
  if (text === null) return null
  if (usual.test(text)) {
    const ms = Date.parse(text)
    // Date.parse moves 30 February on to March
    return Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(text.slice(8, 10)) ? null : ms
  }
  if (plainIso.test(text)) return isRealDay(text) ? Date.parse(text) : null
  if (/^\d{9,13}(\.\d+)?$/.test(text)) return fromEpoch(Number(text))
  const parts = anyIso.exec(text)
  if (parts === null || !isRealDay(text)) return null
  const [, day, minute, seconds = ":00", fraction = "", zone = "Z"] = parts
  return Date.parse(`${day}T${minute}${seconds}${fraction}${zoned(zone)}`)
}

/** `Date.parse` takes the 31st of February for the 3rd of March. */
function isRealDay(text: string): boolean {
  const day = Number(text.slice(8, 10))
  return (
    day <= 28 || day <= new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate()
  )
}

const zoned = (zone: string): string =>
  zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()

const fromEpoch = (time: number): number => Math.round(time < 1e11 ? time * 1000 : time)
