"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { EmptyState } from "@/components/ui/empty-state"
import { LoadMore } from "@/components/ui/load-more"
import { Notice } from "@/components/ui/notice"
import { syncHistoryQuery } from "@/lib/queries/sync-logs"
import { HistorySkeleton } from "./history-skeleton"
import { SyncHistoryTable } from "./sync-history-table"

/** Every run of one integration, newest first. `verb` is what its button says that starts one. */
export default function SyncHistory({ integrationId, verb }: { integrationId: string; verb: string }) {
  const history = useInfiniteQuery(syncHistoryQuery(integrationId))
  if (history.isPending) return <HistorySkeleton />
  if (history.data === undefined) {
    return (
      <div className="p-5">
        <Notice tone="bad" title="The history cannot be shown">
          {history.error?.message}
        </Notice>
      </div>
    )
  }
  const runs = history.data.pages.flatMap((page) => page.items)
  if (runs.length === 0) {
    return <EmptyState title="No syncs yet">{`Press “${verb}” to start the first one.`}</EmptyState>
  }
  return (
    <>
      <SyncHistoryTable runs={runs} />
      <LoadMore list={history} />
    </>
  )
}
