import { lazy } from "react"
import { FetchedPart } from "@/components/ui/fetched-part"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import type { Role } from "@/lib/domain/account"
import { isRunning } from "@/lib/domain/is-running"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { LiveRun } from "./live-run"
import type { StartFrom } from "./run-actions"
import { RunCounts } from "./run-counts"
import { hasEndedWell, isPlan } from "./run-kind"
import { RunTimeline } from "./run-timeline"
import { outcomeOf } from "./sync-wording"

const PlanSummary = lazy(() => import("./plan-summary"))

type Props = { run: SyncLogView; role: Role; apply: StartFrom }

/** How far a run is; once it has ended what it did, or would do, in words and in figures. */
export function RunOutcome({ run, role, apply }: Props) {
  return (
    <Panel label="Outcome">
      <div className="p-4" aria-live="polite">
        <Outcome run={run} role={role} apply={apply} />
      </div>
      <div className="border-line border-t px-4 py-3">
        <RunTimeline run={run} />
      </div>
      <RunCounts run={run} />
    </Panel>
  )
}

function Outcome({ run, role, apply }: Props) {
  if (isRunning(run.status)) return <LiveRun run={run} />
  if (isPlan(run) && hasEndedWell(run)) {
    return (
      <FetchedPart name="The plan" fallback={<Skeleton className="h-11" />}>
        <PlanSummary run={run} role={role} apply={apply} />
      </FetchedPart>
    )
  }

  return <p className="font-semibold text-base">{outcomeOf(run)}</p>
}
