"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { Dialog } from "@/components/ui/dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { LoadMore } from "@/components/ui/load-more"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import { syncHistoryQuery } from "@/lib/queries/sync-logs"
import { SyncHistoryTable } from "./sync-history-table"

type Props = {
  integration: { id: string; name: string }
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Every run of one integration, newest first (S4-HISTORY). */
export function SyncHistoryModal({ integration, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={`Sync history of ${integration.name}`} wide>
      <History integrationId={integration.id} />
    </Dialog>
  )
}

function History({ integrationId }: { integrationId: string }) {
  const history = useInfiniteQuery(syncHistoryQuery(integrationId))
  if (history.isPending) {
    return (
      <div className="space-y-3 p-5">
        <Skeleton className="h-6" />
        <Skeleton className="h-6" />
        <Skeleton className="h-6" />
      </div>
    )
  }
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
    return <EmptyState title="No syncs yet">Press “Sync Devices Now” to start the first one.</EmptyState>
  }
  return (
    <>
      <SyncHistoryTable runs={runs} />
      <LoadMore list={history} />
    </>
  )
}
