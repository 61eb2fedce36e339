"use client"
import { useClock } from "./clock"
import { formatRelative } from "./format-relative"
import { formatTime } from "./format-time"

/** How long ago, or until when; the exact time and zone stand in its title. */
export function RelativeTime({ at }: { at: string }) {
  const { now, timeZone } = useClock()
  const date = new Date(at)
  return (
    <time dateTime={at} title={formatTime(date, timeZone)} className="whitespace-nowrap tabular-nums">
      {formatRelative(date.getTime(), now)}
    </time>
  )
}
