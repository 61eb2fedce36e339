import { Check, X } from "lucide-react"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { type Step, stepsOf } from "./steps-of"

/** How far a run is, or came: its phases in a line, on a phone one below the other. */
export function RunTimeline({ run }: { run: SyncLogView }) {
  return (
    <ol aria-label="Phases" className="flex gap-x-2 gap-y-1.5 max-sm:flex-col">
      {stepsOf(run).map((step) => (
        <li
          key={step.name}
          aria-current={step.state === "now" ? "step" : undefined}
          className="min-w-0 flex-1"
        >
          <div aria-hidden className={`mb-1.5 h-1 rounded-full max-sm:hidden ${bars[step.state]}`} />
          <p className={`flex items-center gap-1.5 ${step.state === "later" ? "text-ink-faint" : ""}`}>
            <Mark state={step.state} />
            <span className={step.state === "now" ? "font-medium" : ""}>{step.name}</span>
            <span className="sr-only">, {stateNames[step.state]}</span>
          </p>
          {step.note !== null && <p className="pl-5 text-ink-faint text-xs tabular-nums">{step.note}</p>}
        </li>
      ))}
    </ol>
  )
}

const bars: Record<Step["state"], string> = {
  done: "bg-good/60",
  now: "animate-pulse bg-live",
  stopped: "bg-bad",
  later: "bg-line",
}

const stateNames: Record<Step["state"], string> = {
  done: "done",
  now: "under way",
  stopped: "stopped here",
  later: "not reached",
}

function Mark({ state }: { state: Step["state"] }) {
  switch (state) {
    case "done":
      return <Check aria-hidden className="size-3.5 shrink-0 text-good" />
    case "stopped":
      return <X aria-hidden className="size-3.5 shrink-0 text-bad" />
    case "now":
      return <span aria-hidden className="mx-1 size-1.5 shrink-0 animate-pulse rounded-full bg-live" />
    case "later":
      return <span aria-hidden className="mx-1 size-1.5 shrink-0 rounded-full bg-line-strong" />
  }
}
