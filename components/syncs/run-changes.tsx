"use client"
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { ErrorState } from "@/components/ui/error-state"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import { isRunning } from "@/lib/domain/is-running"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { syncChangeCountsQuery, syncChangesQuery } from "@/lib/queries/sync-logs"
import { ChangeFilter } from "./change-filter"
import { actionsIn } from "./change-wording"
import { ChangesTable } from "./changes-table"
import { countsApart } from "./counts-apart"
import { useRunAddress } from "./use-run-address"

/** What a run changed, or what the plan of a preview would, device by device, field before and after (N-PLAN). */
export default function RunChanges({ run }: { run: SyncLogView }) {
  const isPlan = run.mode !== "sync"
  const { action, go } = useRunAddress()
  const counts = useQuery(syncChangeCountsQuery(run.id))
  const changes = useInfiniteQuery(syncChangesQuery(run.id, action))
  const items = changes.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel title={isPlan ? "The plan" : "Changes"}>
      {counts.data !== undefined && actionsIn(counts.data).length > 1 && (
        <div className="border-line border-b px-4 py-2.5">
          <ChangeFilter
            counts={counts.data}
            isPlan={isPlan}
            chosen={action}
            onChoose={(next) => go({ action: next })}
          />
        </div>
      )}
      {changes.isPending && (
        <div className="p-4">
          <Skeleton className="h-6" />
        </div>
      )}
      {changes.error !== null && (
        <ErrorState
          title="The changes cannot be shown"
          error={changes.error}
          retry={() => void changes.refetch()}
        />
      )}
      {changes.isSuccess && items.length === 0 && <p className="px-4 py-3 text-ink-soft">{noChanges(run)}</p>}
      {items.length > 0 && <ChangesTable items={items} isPlan={isPlan} />}
      <LoadMore list={changes} />
    </Panel>
  )
}

function noChanges(run: SyncLogView): string {
  const { mode, status } = run
  const isPlan = mode !== "sync"
  if (isRunning(status)) return isPlan ? "The plan is not made yet." : "Nothing has been changed yet."
  if (status === "FAILED" || status === "CANCELLED") return "Nothing: this run did not come to its end."
  if (isPlan) return "Nothing would change, or the plan was kept no longer."
  const { created = 0, updated = 0 } = countsApart(run).units ?? {}
  return created + updated === 0
    ? "This run changed nothing."
    : "This run changed no circuit, only what planned units add up to. Each circuit's page shows that."
}
