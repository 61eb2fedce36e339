/** A moment in full, with its zone: `22 Nov 2026, 04:00:07 UTC`. */
export const formatTime = (at: Date, timeZone: string): string =>
  formatted(at, timeZone, { ...calendarDay, ...minutes, second: "2-digit" })

/** The day that a moment falls on: `1 Jan 2020`. */
export const formatDate = (at: Date, timeZone: string): string => formatted(at, timeZone, calendarDay)

/** A planned moment, to the minute: `Sun 22 Nov, 04:00 CET`. */
export const formatPlannedTime = (at: Date, timeZone: string): string =>
  formatted(at, timeZone, { weekday: "short", day: "numeric", month: "short", ...minutes })

/** A day of the calendar, given as `2026-11-22`, which is the same one in every zone: `22 Nov 2026`. */
export const formatDay = (day: string): string => formatted(new Date(day), "UTC", calendarDay)

const calendarDay = { day: "numeric", month: "short", year: "numeric" } as const
const minutes = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const

const formatted = (at: Date, timeZone: string, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { ...parts, timeZone }).format(at)
