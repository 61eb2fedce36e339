/** A moment (ISO 8601) as a date-time field of a zone shows it, to the minute: `2026-11-22T05:00`. Empty for no moment. */
export function fieldOf(at: string, timeZone: string): string {
  if (at === "") return ""
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((it) => it.type === type)?.value ?? ""
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`
}

/** What a date-time field holds, in the zone of the browser that shows it, as ISO 8601; null while it is not a moment. */
export function momentOf(field: string): string | null {
  const at = new Date(field)
  return !whole.test(field) || Number.isNaN(at.getTime()) ? null : at.toISOString()
}

const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
