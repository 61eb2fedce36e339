import { formatDuration } from "@/components/ui/format-duration"
import { count } from "@/components/ui/format-number"
import type { SyncLogView, SyncProgress } from "@/lib/domain/sync-log"
import { isPlan, kindOf } from "./run-kind"

/** One phase of a run: behind it, under way, where it stopped, or still to come. */
export type Step = { name: string; state: "done" | "now" | "stopped" | "later"; note: string | null }

type Phase = SyncProgress["phase"]
const phases: Phase[] = ["read", "plan", "apply", "finish"]

/** The phases of a run in their order, from the queue to the end. */
export function stepsOf(run: SyncLogView): Step[] {
  const at = placeOf(run)
  const ended = run.status === "SUCCESS" || run.status === "PARTIAL"
  const hasStopped = run.status === "FAILED" || run.status === "CANCELLED"
  const stateAt = (place: number): Step["state"] => {
    if (ended || place < at) return "done"
    if (place > at) return "later"
    return hasStopped ? "stopped" : "now"
  }
  const queued: Step = { name: "Queue", state: stateAt(0), note: waited(run) }
  return [queued, ...phases.map((phase, index) => phaseStep(run, phase, stateAt(index + 1)))]
}

/** 0 in the queue, 1 reading, and so on. A run that began and tells nothing yet is about to read. */
function placeOf({ startedAt, progress }: SyncLogView): number {
  if (startedAt === null) return 0
  return progress === null ? 1 : phases.indexOf(progress.phase) + 1
}

function phaseStep(run: SyncLogView, phase: Phase, state: Step["state"]): Step {
  const isReached = state !== "later"
  switch (phase) {
    case "read":
      return { name: readName(run), state, note: isReached ? readNote(run.progress) : null }
    case "plan":
      return { name: "Compare", state, note: null }
    case "apply":
      return { name: isPlan(run) ? "Keep the plan" : "Apply", state, note: null }
    case "finish": {
      const took = run.durationMs === null ? null : `after ${formatDuration(run.durationMs)}`
      return { name: "End", state, note: state === "done" ? took : null }
    }
  }
}

function readName(run: SyncLogView): string {
  switch (kindOf(run)) {
    case "sync":
    case "preview":
      return "Read"
    case "replay":
      return "Read stored pages"
    case "application":
      return "Open the plan"
    case "reversal":
      return "Read the history"
  }
}

const readNote = (progress: SyncProgress | null): string | null =>
  progress === null || progress.pages === 0
    ? null
    : `${count(progress.records, "record")}, ${count(progress.pages, "page")}`

function waited({ createdAt, startedAt }: SyncLogView): string | null {
  return startedAt === null ? null : formatDuration(Date.parse(startedAt) - Date.parse(createdAt))
}
