import { count, formatNumber } from "@/components/ui/format-number"
import { formatTime } from "@/lib/domain/format-time"
import type { SyncLogView, Waiting } from "@/lib/domain/sync-log"
import { timeLeft } from "./rate-of"
import { isPlan, kindOf } from "./run-kind"

/** A live run as a bar and two lines of words. `percent` is null while nobody knows how much there is. */
export type ShownProgress = { step: string; detail: string | null; percent: number | null }

/** `now` in epoch milliseconds; `rate` in records a second, null while nobody knows. */
type Moment = { now: number; rate: number | null; timeZone: string }

/** After this long without a worker a person should look for one. */
const patienceMs = 15_000

/** What a live run shows at a moment. */
export function progressOf(run: SyncLogView, moment: Moment): ShownProgress {
  if (run.status === "PENDING") return { step: waitingWords(run, moment), detail: null, percent: null }
  const { progress } = run
  if (progress === null) return { step: beginning(run), detail: null, percent: null }
  switch (progress.phase) {
    case "read":
      return {
        step: "Reading",
        detail: readDetail(progress, moment.rate),
        percent: share(progress.records, progress.expected),
      }
    case "plan":
      return { step: "Comparing with what is known", detail: readSoFar(progress), percent: 100 }
    case "apply": {
      const step = isPlan(run) ? "Keeping the plan" : "Applying the changes"
      return { step, detail: readSoFar(progress), percent: 100 }
    }
    case "finish":
      return { step: "Finishing", detail: readSoFar(progress), percent: 100 }
  }
}

function beginning(run: SyncLogView): string {
  switch (kindOf(run)) {
    case "sync":
    case "preview":
      return "Connecting"
    case "application":
      return "Checking that the plan still holds"
    case "replay":
      return "Opening the stored pages"
    case "reversal":
      return "Working out what undoing it would change"
  }
}

function waitingWords(run: SyncLogView, { now, timeZone }: Moment): string {
  if (run.waiting !== undefined)
    return waits[run.waiting.for](formatTime(new Date(run.waiting.until), timeZone))
  const isLate = now - Date.parse(run.createdAt) > patienceMs
  return isLate
    ? "No worker has taken this up yet. Check that the worker is running."
    : "Waiting for a worker"
}

const waits: Record<Waiting["for"], (until: string) => string> = {
  retry: (until) => `The provider failed. Tried again at ${until}, or at once when someone presses Sync.`,
  place: (until) =>
    `Waiting its turn: other runs read the same provider account. Looked at again by ${until}.`,
}

type Progress = NonNullable<SyncLogView["progress"]>

const readSoFar = ({ records, pages }: Progress): string =>
  pages === 0 ? count(records, "record") : `${count(records, "record")} on ${count(pages, "page")}`

function readDetail({ records, pages, expected }: Progress, rate: number | null): string {
  const of = expected === null ? "" : ` of ${formatNumber(expected)}`
  const parts = [
    `${formatNumber(records)}${of} records`,
    count(pages, "page"),
    rate === null ? null : `${formatNumber(rate)} records/s`,
    expected === null ? null : timeLeft(expected - records, rate),
  ]
  return parts.filter((part) => part !== null).join(" · ")
}

/** Never 100 while reading: the provider's total can be too low. */
function share(records: number, expected: number | null): number | null {
  if (expected === null || expected <= 0) return null
  return Math.min(99, Math.round((records / expected) * 100))
}
