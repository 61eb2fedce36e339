"use client"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import type { Role } from "@/lib/domain/account"
import { isRunning, type SyncLogView } from "@/lib/domain/sync-log"
import { syncLogQuery } from "@/lib/queries/sync-logs"
import { CancelButton, type CancelRun } from "./cancel-button"
import { RunChanges } from "./run-changes"
import { RunCounts } from "./run-counts"
import { RunFacts } from "./run-facts"
import { RunFailure } from "./run-failure"
import { RunLines } from "./run-lines"
import { RunProgress } from "./run-progress"
import { RunReceipt } from "./run-receipt"
import { RunRejects } from "./run-rejects"
import { RunStatus } from "./run-status"
import { outcomeOf } from "./sync-wording"

type Props = { initial: SyncLogView; role: Role; cancel: CancelRun }

/** One run from its start to its receipt, kept current while it is live. */
export function RunView({ initial, role, cancel }: Props) {
  const { data: run, error } = useQuery({ ...syncLogQuery(initial.id), initialData: initial })
  const isLive = isRunning(run.status)
  useRefreshAtEnd(run.id, isLive)
  return (
    <>
      <PageHeading
        back={{ href: "/settings/integrations", label: "Integrations" }}
        title={`${run.mode === "preview" ? "Preview" : "Sync"} of ${run.integrationName}`}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <RunStatus run={run} />
            <RelativeTime at={run.startedAt ?? run.createdAt} />
          </span>
        }
        actions={isLive && <CancelButton id={run.id} role={role} cancel={cancel} />}
      />
      <div className="space-y-4">
        {error !== null && (
          <Notice tone="warn" title="This page may be out of date">
            {error.message}
          </Notice>
        )}
        {run.error !== null && <RunFailure error={run.error} />}
        <Panel label="Outcome">
          <div className="p-4" aria-live="polite">
            {isLive ? <RunProgress run={run} /> : <p className="font-semibold text-base">{outcomeOf(run)}</p>}
          </div>
          <RunCounts counts={run.counts} />
        </Panel>
        <div className="grid gap-4 lg:grid-cols-2">
          <RunFacts run={run} />
          <RunReceipt run={run} />
        </div>
        <RunRejects run={run} />
        <RunChanges run={run} />
        <RunLines run={run} />
      </div>
    </>
  )
}

/** Once a run has ended, what it changed and said is read again. */
function useRefreshAtEnd(id: string, isLive: boolean): void {
  const cache = useQueryClient()
  const wasLive = useRef(isLive)
  useEffect(() => {
    if (wasLive.current && !isLive) void cache.invalidateQueries({ queryKey: ["sync-logs", id] })
    wasLive.current = isLive
  }, [cache, id, isLive])
}
