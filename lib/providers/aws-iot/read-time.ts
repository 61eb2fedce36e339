/** A time as AWS writes it, in seconds since 1970, or as ISO 8601, as ISO 8601 in UTC; null for none, and for what is none. */
export function readTime(value: number | string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const ms = typeof value === "number" ? value * 1000 : Date.parse(value)
  return ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : null
}
