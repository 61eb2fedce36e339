"use client"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { lazy, useEffect, useRef } from "react"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { FetchedPart } from "@/components/ui/fetched-part"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { RelativeTime } from "@/components/ui/relative-time"
import { Skeleton } from "@/components/ui/skeleton"
import type { Role } from "@/lib/domain/account"
import { isRunning } from "@/lib/domain/is-running"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { syncLogQuery } from "@/lib/queries/sync-logs"
import { CancelButton } from "./cancel-button"
import type { RunActions } from "./run-actions"
import { RunFacts } from "./run-facts"
import { RunFailure } from "./run-failure"
import { kindOf, kindTitles } from "./run-kind"
import { RunLinks } from "./run-links"
import { RunMenu } from "./run-menu"
import { RunOutcome } from "./run-outcome"
import { RunReceipt } from "./run-receipt"
import { RunStatus } from "./run-status"

const MovedRecords = lazy(() => import("./moved-records"))
const RunChanges = lazy(() => import("./run-changes"))
const RunLines = lazy(() => import("./run-lines"))
const RunLists = lazy(() => import("./run-lists"))
const RunPages = lazy(() => import("./run-pages"))
const RunRejects = lazy(() => import("./run-rejects"))

type Props = { initial: SyncLogView; role: Role; actions: RunActions }

/** One run from its start to its receipt, kept current while it is live. */
export function RunView({ initial, role, actions }: Props) {
  const { data: run, error } = useQuery({ ...syncLogQuery(initial.id), initialData: initial })
  const isLive = isRunning(run.status)
  const isOfList = nounOfProvider(run.provider) === "list-item"
  useRefreshAtEnd(run.id, isLive)
  return (
    <>
      <PageHeading
        back={{ href: "/syncs", label: "Syncs" }}
        title={`${kindTitles[kindOf(run)]} ${run.integrationName}`}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <RunStatus run={run} />
            <RelativeTime at={run.startedAt ?? run.createdAt} />
            <RunLinks plan={run.plan} />
          </span>
        }
        actions={
          isLive ? (
            <CancelButton id={run.id} role={role} cancel={actions.cancel} />
          ) : (
            <RunMenu run={run} role={role} actions={actions} />
          )
        }
      />
      <div className="space-y-4">
        {error !== null && (
          <Notice tone="warn" title="This page may be out of date">
            {error.message}
          </Notice>
        )}
        {run.error !== null && <RunFailure error={run.error} />}
        {run.error?.code === "plan_moved" && (
          <FetchedPart name="What the plan met" fallback={null}>
            <MovedRecords run={run} role={role} preview={actions.preview} />
          </FetchedPart>
        )}
        <RunOutcome run={run} role={role} apply={actions.apply} />
        {run.mode !== "sync" && (
          <FetchedPart name="The changes" fallback={<Skeleton className="h-48" />}>
            <RunChanges run={run} />
          </FetchedPart>
        )}
        <RunReceipt run={run} />
        <RunFacts run={run} />
        {run.counts.rejected > 0 && (
          <FetchedPart name="The rejects" fallback={null}>
            <RunRejects run={run} />
          </FetchedPart>
        )}
        {run.mode === "sync" && isOfList && (
          <FetchedPart name="The list" fallback={null}>
            <RunLists run={run} />
          </FetchedPart>
        )}
        <FetchedPart name="What the run changed and said" fallback={<Skeleton className="h-48" />}>
          {run.mode === "sync" && !isOfList && <RunChanges run={run} />}
          <RunLines run={run} />
          <RunPages run={run} role={role} />
        </FetchedPart>
      </div>
    </>
  )
}

/** Once a run has ended, what it changed, held and said is read again. */
function useRefreshAtEnd(id: string, isLive: boolean): void {
  const cache = useQueryClient()
  const wasLive = useRef(isLive)
  useEffect(() => {
    if (wasLive.current && !isLive) {
      void cache.invalidateQueries({ queryKey: ["sync-logs", id] })
      void cache.invalidateQueries({ queryKey: ["holds"] })
    }
    wasLive.current = isLive
  }, [cache, id, isLive])
}
