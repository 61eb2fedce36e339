import { count, formatNumber } from "@/components/ui/format-number"
import type { SyncLogView } from "@/lib/domain/sync-log"

/** A live run as a bar and two lines of words. `percent` is null while nobody knows how much there is. */
export type ShownProgress = { step: string; detail: string | null; percent: number | null }

/** After this long without a worker a person should look for one. */
const patienceMs = 15_000

/** What a live run shows at `now` (epoch milliseconds). */
export function progressOf(run: SyncLogView, now: number): ShownProgress {
  if (run.status === "PENDING") return { step: waiting(run, now), detail: null, percent: null }
  const { progress } = run
  if (progress === null) return { step: "Connecting", detail: null, percent: null }
  switch (progress.phase) {
    case "read":
      return {
        step: "Reading",
        detail: readDetail(run, now),
        percent: share(progress.records, progress.expected),
      }
    case "plan":
      return { step: "Comparing with what is known", detail: readSoFar(progress), percent: 100 }
    case "apply":
      return { step: "Applying the changes", detail: readSoFar(progress), percent: 100 }
    case "finish":
      return { step: "Finishing", detail: readSoFar(progress), percent: 100 }
  }
}

function waiting(run: SyncLogView, now: number): string {
  const isLate = now - Date.parse(run.createdAt) > patienceMs
  return isLate
    ? "No worker has taken this up yet. Check that the worker is running."
    : "Waiting for a worker"
}

type Progress = NonNullable<SyncLogView["progress"]>

const readSoFar = ({ records, pages }: Progress): string =>
  `${count(records, "record")} on ${count(pages, "page")}`

function readDetail(run: SyncLogView, now: number): string | null {
  const { progress, startedAt } = run
  if (progress === null) return null
  const of = progress.expected === null ? "" : ` of ${formatNumber(progress.expected)}`
  const rate = startedAt === null ? null : recordsPerSecond(progress.records, now - Date.parse(startedAt))
  const parts = [
    `${formatNumber(progress.records)}${of} records`,
    count(progress.pages, "page"),
    rate === null ? null : `${formatNumber(rate)} records/s`,
  ]
  return parts.filter((part) => part !== null).join(" · ")
}

/** Whole records a second since the start; null in the first second, when it would say nothing. */
export function recordsPerSecond(records: number, elapsedMs: number): number | null {
  return elapsedMs < 1000 || records === 0 ? null : Math.round(records / (elapsedMs / 1000))
}

/** Never 100 while reading: the provider's total can be too low. */
function share(records: number, expected: number | null): number | null {
  if (expected === null || expected <= 0) return null
  return Math.min(99, Math.round((records / expected) * 100))
}
