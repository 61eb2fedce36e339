"use client"
import { formatTime } from "@/lib/domain/format-time"
import { useClock } from "./clock"
import { clockSkewMs, formatRelative } from "./format-relative"

type Props = {
  at: string
  /** It is meant to come; else a moment that lies a little ahead has passed, and the clocks differ. */
  isPlanned?: boolean
}

/** How long ago, or until when; the exact time and zone stand in its title. */
export function RelativeTime({ at, isPlanned = false }: Props) {
  const { now, timeZone } = useClock()
  const date = new Date(at)
  return (
    <time dateTime={at} title={formatTime(date, timeZone)} className="whitespace-nowrap tabular-nums">
      {formatRelative(date.getTime(), now, isPlanned ? 0 : clockSkewMs)}
    </time>
  )
}
