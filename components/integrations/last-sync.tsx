import Link from "next/link"
import { RunFailure } from "@/components/syncs/run-failure"
import { changesOfRun, leftOverOf, outcomeOf } from "@/components/syncs/sync-wording"
import { formatDuration } from "@/components/ui/format-duration"
import { RelativeTime } from "@/components/ui/relative-time"
import type { Noun } from "@/lib/domain/noun"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { syncWords } from "./sync-words"

/** How the last run went: what it synced and changed, or why it failed. */
export function LastSync({ run, noun }: { run: SyncLogView | null; noun: Noun }) {
  if (run === null) return <p className="text-ink-soft">{syncWords(noun).notYet}</p>
  const leftOver = leftOverOf(run.counts, noun)
  return (
    <div className="space-y-2">
      <p>
        <span className="font-medium tabular-nums">{outcomeOf(run)}</span>{" "}
        <span className="text-ink-soft">
          {run.completedAt !== null && <RelativeTime at={run.completedAt} />}
          {run.durationMs !== null &&
            `, ${hasEndedWell(run) ? "in" : "after"} ${formatDuration(run.durationMs)}`}
        </span>
      </p>
      {hasEndedWell(run) && (
        <p className="text-ink-soft tabular-nums">
          <span className="inline-block first-letter:uppercase">{changesOfRun(run)}</span>
          {leftOver !== null && <span className="text-warn">; {leftOver}</span>}.{" "}
          <Link
            className="underline decoration-line-strong underline-offset-2 hover:text-ink"
            href={pathOf(run)}
          >
            See this sync
          </Link>
        </p>
      )}
      {run.error !== null && (
        <RunFailure
          error={run.error}
          actions={
            <Link className="underline underline-offset-2" href={pathOf(run)}>
              See what happened
            </Link>
          }
        />
      )}
    </div>
  )
}

const pathOf = (run: SyncLogView): string => `/syncs/${run.id}`

const hasEndedWell = ({ status }: SyncLogView): boolean => status === "SUCCESS" || status === "PARTIAL"
