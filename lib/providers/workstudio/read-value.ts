import type { Json } from "@/lib/domain/json"

/** A cell as text, trimmed; null for an empty one and for what is no text. */
export function readText(cell: Json | undefined): string | null {
  if (typeof cell === "number") return String(cell)
  if (typeof cell !== "string") return null
  const text = cell.trim()
  return text === "" ? null : text
}

/** A cell as a number; null for an empty one and for what is none. */
export function readNumber(cell: Json | undefined): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null
  const text = readText(cell)
  return text !== null && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null
}

const guidPattern = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i

/** A GUID as WorkStudio writes it: upper case, in braces. Null for what is none, and for the one of zeros. */
export function normaliseGuid(text: string | null): string | null {
  const digits = guidPattern.exec(text?.trim() ?? "")?.[1]
  return digits === undefined || /^[0-]+$/.test(digits) ? null : `{${digits.toUpperCase()}}`
}

/** `DOMAIN\user` with both sides filled, as WorkStudio writes its users; else null. */
export function readUser(cell: Json | undefined): string | null {
  const text = readText(cell)
  return text !== null && /^[^\\]+\\[^\\]+$/.test(text) ? text : null
}

const dated = /^\/Date\((.*)\)\/$/i
const isoDay = /^(\d{4})-(\d\d)-(\d\d)$/
const isoMoment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i

/**
 * A date of WorkStudio as a moment in UTC: `/Date(2026-01-20T21:48:22.216Z)/`, `/Date(2025-12-05)/`, `/Date(1769000000000)/`, or
 * a number as raw tables hold it, days since 1899-12-30.
 * Null for an empty cell, for the null date 1899-12-30 and everything else before 1900, and for what is no date.
 */
export function readMoment(cell: Json | undefined): string | null {
  const text = readText(cell)
  if (text === null) return null
  const ms = typeof cell === "number" ? oleMs(cell) : millisecondsOf((dated.exec(text)?.[1] ?? text).trim())
  if (ms === null || Number.isNaN(ms)) return null
  const year = new Date(ms).getUTCFullYear()
  return year < 1900 || year > 9999 ? null : new Date(ms).toISOString()
}

/** The day alone, `2026-01-20`. */
export const readDay = (cell: Json | undefined): string | null => readMoment(cell)?.slice(0, 10) ?? null

export const isDate = (cell: Json): boolean => typeof cell === "string" && dated.test(cell.trim())

const dayMs = 86_400_000

/** Null for a number that is no day up to the year 9999. */
const oleMs = (days: number): number | null =>
  Math.abs(days) < 3_000_000 ? Date.UTC(1899, 11, 30) + Math.round(days * dayMs) : null

function millisecondsOf(text: string): number | null {
  if (/^-?\d{1,15}([+-]\d{4})?$/.test(text) && !isoDay.test(text)) return Number.parseInt(text, 10)
  const day = isoDay.exec(text)
  if (day !== null) return realDay(Number(day[1]), Number(day[2]), Number(day[3]))
  if (!isoMoment.test(text)) return null
  const zoned = /(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`
  return Date.parse(zoned.replace(" ", "T"))
}

/** Null for the 31st of February, which Date would move on to March, and for the year 1, which it takes for 1901. */
function realDay(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isSame =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isSame ? date.getTime() : null
}
