import { cva } from "class-variance-authority"
import type { ReactNode } from "react"

/** What a colour means everywhere: `live` is under way, `quiet` needs nobody. */
export type Tone = "good" | "warn" | "bad" | "live" | "quiet"

const look = cva(
  "inline-flex h-5 items-center gap-1.5 rounded-full px-2 font-medium text-xs whitespace-nowrap",
  {
    variants: {
      tone: {
        good: "bg-good-soft text-good",
        warn: "bg-warn-soft text-warn",
        bad: "bg-bad-soft text-bad",
        live: "bg-live-soft text-live",
        quiet: "bg-sunken text-ink-soft",
      },
    },
  },
)

/** A short state in words; the dot only repeats it in colour. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={look({ tone })}>
      <Dot tone={tone} />
      {children}
    </span>
  )
}

const dot: Record<Tone, string> = {
  good: "bg-good",
  warn: "bg-warn",
  bad: "bg-bad",
  live: "animate-pulse bg-live",
  quiet: "bg-ink-faint",
}

export function Dot({ tone }: { tone: Tone }) {
  return <span aria-hidden className={`size-1.5 shrink-0 rounded-full ${dot[tone]}`} />
}
