"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { syncWords } from "@/components/integrations/sync-words"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { Dialog } from "@/components/ui/dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { LoadMore } from "@/components/ui/load-more"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import type { IntegrationView } from "@/lib/domain/integration"
import { syncHistoryQuery } from "@/lib/queries/sync-logs"
import { SyncHistoryTable } from "./sync-history-table"

type Props = {
  integration: Pick<IntegrationView, "id" | "name" | "provider">
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Every run of one integration, newest first (S4-HISTORY). */
export function SyncHistoryModal({ integration, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={`Sync history of ${integration.name}`} wide>
      <History integrationId={integration.id} verb={syncWords(nounOfProvider(integration.provider)).verb} />
    </Dialog>
  )
}

function History({ integrationId, verb }: { integrationId: string; verb: string }) {
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
    return <EmptyState title="No syncs yet">{`Press “${verb}” to start the first one.`}</EmptyState>
  }
  return (
    <>
      <SyncHistoryTable runs={runs} />
      <LoadMore list={history} />
    </>
  )
}
