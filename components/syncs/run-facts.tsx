import { CopyableId } from "@/components/ui/copyable-id"
import { ExactTime } from "@/components/ui/exact-time"
import { Fact, Facts } from "@/components/ui/facts"
import { formatDuration } from "@/components/ui/format-duration"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { isRunning } from "@/lib/domain/is-running"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { triggerNames } from "./sync-wording"

/** Who or what started a run, when, and how long it took. */
export function RunFacts({ run }: { run: SyncLogView }) {
  return (
    <Panel title="This run">
      <Facts columns={2}>
        <Fact name="Trigger">
          {triggerNames[run.trigger]}
          {run.triggeredBy !== null && `, ${run.triggeredBy}`}
        </Fact>
        {run.statusFilter != null && <Fact name="Job statuses">{run.statusFilter}</Fact>}
        <Fact name="Queued">
          <ExactTime at={run.createdAt} />
        </Fact>
        <Fact name="Started">
          {run.startedAt === null ? <None text="not yet" /> : <ExactTime at={run.startedAt} />}
        </Fact>
        <Fact name="Ended">
          {run.completedAt === null ? (
            <None text={isRunning(run.status) ? "still running" : "not recorded"} />
          ) : (
            <ExactTime at={run.completedAt} />
          )}
        </Fact>
        {run.durationMs !== null && <Fact name="Duration">{formatDuration(run.durationMs)}</Fact>}
        <Fact name="Attempt">
          {run.attempt <= 1
            ? "First"
            : `${run.attempt}; earlier ones were interrupted and went on from there`}
        </Fact>
        <Fact name="Run id">
          <CopyableId id={run.id} label="run id" />
        </Fact>
      </Facts>
    </Panel>
  )
}
