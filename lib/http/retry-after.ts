/** Reads a Retry-After header, in seconds or as a date, as whole seconds from now (milliseconds); null if there is none. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ""
  if (/^\d{1,9}$/.test(text)) return Number(text)
  if (!/[a-z]{3}/i.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000))
}
