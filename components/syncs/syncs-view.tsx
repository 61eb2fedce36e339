"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useAddress } from "@/components/address/use-address"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { LoadMore } from "@/components/ui/load-more"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import type { Listing } from "@/lib/domain/listing"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { type SyncFilter, syncsQuery } from "@/lib/queries/sync-logs"
import { SyncHistoryTable } from "./sync-history-table"
import { isFiltered, readSyncsAddress, syncFilterOf, writeSyncsAddress } from "./syncs-address"
import { SyncsFilters } from "./syncs-filters"

type Props = {
  initial: { filter: SyncFilter; page: Listing<SyncLogView> }
  sources: { id: string; name: string }[]
}

const place = { read: readSyncsAddress, write: writeSyncsAddress, anew: {} }

/** Every run of the account, newest first, filtered through the address. */
export function SyncsView({ initial, sources }: Props) {
  const { address, go } = useAddress(place)
  const filter = syncFilterOf(address)
  const isInitial = JSON.stringify(filter) === JSON.stringify(initial.filter)
  const runs = useInfiniteQuery({
    ...syncsQuery(filter),
    ...(isInitial && { initialData: { pages: [initial.page], pageParams: [null] } }),
  })
  const items = runs.data?.pages.flatMap((page) => page.items) ?? []
  if (runs.isSuccess && items.length === 0 && !isFiltered(address)) return <NoSyncs />
  return (
    <div className="space-y-3">
      <SyncsFilters address={address} sources={sources} onChange={go} />
      {runs.error !== null && (
        <Notice tone="warn" title="This list may be out of date">
          {runs.error.message}
        </Notice>
      )}
      <Panel label="Runs">
        {runs.isPending && (
          <div className="p-4">
            <Skeleton className="h-6" />
          </div>
        )}
        {runs.isSuccess && items.length === 0 && (
          <EmptyState title="No run fits">
            None of the runs that are kept is of this kind. Clear the filters to see them all.
          </EmptyState>
        )}
        {items.length > 0 && <SyncHistoryTable runs={items} namesIntegrations />}
        <LoadMore list={runs} />
      </Panel>
    </div>
  )
}

function NoSyncs() {
  return (
    <Panel>
      <EmptyState
        title="No syncs yet"
        actions={
          <LinkButton href="/settings/integrations" variant="primary">
            Go to integrations
          </LinkButton>
        }
      >
        Runs of all connected systems are listed here, with what each of them changed.
      </EmptyState>
    </Panel>
  )
}
