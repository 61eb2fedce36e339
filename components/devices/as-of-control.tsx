"use client"
import { CalendarClock } from "lucide-react"
import { lazy } from "react"
import { buttonStyles } from "@/components/ui/button-styles"
import { useClock } from "@/components/ui/clock"
import { OnDemand } from "@/components/ui/on-demand"
import { formatDate, formatTime } from "@/lib/domain/format-time"

export type AsOfProps = {
  /** ISO 8601; empty means now. */
  value: string
  onChange: (asOf: string) => void
}

const load = () => import("./as-of-popup")
const Popup = lazy(load)

/** Chooses a past time to see the fleet at, or now again (N-HISTORY). */
export function AsOfControl({ value, onChange }: AsOfProps) {
  const face = (
    <>
      <CalendarClock aria-hidden />
      {value === "" ? "As of now" : <Past at={new Date(value)} />}
    </>
  )
  return (
    <OnDemand
      opens="dialog"
      preload={load}
      className={buttonStyles({})}
      popup={<Popup face={face} value={value} onChange={onChange} />}
    >
      {face}
    </OnDemand>
  )
}

/** Its day, so that the button stays among the filters; the exact time stands in its title and over the list. */
function Past({ at }: { at: Date }) {
  const { timeZone } = useClock()
  return <span title={formatTime(at, timeZone)}>As of {formatDate(at, timeZone)}</span>
}
