"use client"
import { lazy } from "react"
import { FetchedPart } from "./fetched-part"
import { useSeen } from "./use-seen"

/** One row of bars stacked at a place, such as a day. */
export type Bars = { label: string; values: Record<string, number> }
/** What a colour of bar stands for. */
export type Series = { key: string; name: string; tone: "good" | "live" | "bad" | "warn" }

export type ChartProps = {
  /** What the chart shows, in a sentence that also says the outcome. */
  summary: string
  series: Series[]
  bars: Bars[]
}

const Drawing = lazy(() => import("./bar-chart-drawing"))

/** Stacked bars. What draws them is fetched once the chart comes into sight; the same figures stand in a table beside it. */
export function BarChart(props: ChartProps) {
  const [place, isSeen] = useSeen()
  return (
    <figure ref={place} aria-label={props.summary} className="px-4 pt-4 pb-3">
      <div className="h-48">
        {isSeen && (
          <FetchedPart name="The chart" fallback={null}>
            <Drawing {...props} />
          </FetchedPart>
        )}
      </div>
      <figcaption className="mt-2 flex flex-wrap justify-center gap-x-4 text-ink-soft text-xs">
        {props.series.map(({ key, name, tone }) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-xs" style={{ background: `var(--${tone})` }} />
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
