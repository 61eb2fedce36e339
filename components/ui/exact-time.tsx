"use client"
import { formatTime } from "@/lib/domain/format-time"
import { useClock } from "./clock"
import { formatRelative } from "./format-relative"

/** A moment in full, with zone; how long ago stands in its title. */
export function ExactTime({ at }: { at: string }) {
  const { now, timeZone } = useClock()
  const date = new Date(at)
  return (
    <time dateTime={at} title={formatRelative(date.getTime(), now)} className="tabular-nums">
      {formatTime(date, timeZone)}
    </time>
  )
}
