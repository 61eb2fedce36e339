"use client"
import { useQuery } from "@tanstack/react-query"
import { useAddress } from "@/components/address/use-address"
import { Button } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { Pager } from "@/components/ui/pager"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import type { DeviceModelView } from "@/lib/domain/device-model"
import type { Listing } from "@/lib/domain/listing"
import { type ModelFilter, modelsQuery } from "@/lib/queries/device-models"
import { filterOf, isFiltered, noFilter, pageSize, readAddress, writeAddress } from "./model-address"
import { modelColumns } from "./model-columns"
import { ModelFilters } from "./model-filters"
import { NoModels } from "./no-models"

type Props = {
  initial: { filter: ModelFilter; page: Listing<DeviceModelView> }
  sources: { id: string; name: string }[]
}

const place = { read: readAddress, write: writeAddress, anew: { pages: [] } }
const look = { hidden: [], isDense: false }

/** The kinds of device that are known, with how many devices name each. */
export function ModelsView({ initial, sources }: Props) {
  const { address, go } = useAddress(place)
  const filter = filterOf(address)
  const isInitial = JSON.stringify(filter) === JSON.stringify(initial.filter)
  const { data, error, isPlaceholderData } = useQuery({
    ...modelsQuery(filter),
    ...(isInitial && { initialData: initial.page }),
  })
  const isEmpty = data?.items.length === 0 && address.pages.length === 0
  if (isEmpty && !isFiltered(address)) return <NoModels onShowRemoved={() => go({ status: "all" })} />
  return (
    <div className="space-y-3">
      <ModelFilters address={address} sources={sources} onChange={go} />
      {error !== null && (
        <Notice
          tone="warn"
          title={data === undefined ? "The models cannot be shown" : "This list may be out of date"}
        >
          {error.message}
        </Notice>
      )}
      {data === undefined && error === null && <Skeleton className="h-80" />}
      {data !== undefined && (
        <Panel label="Models" className={isPlaceholderData ? "opacity-60" : ""}>
          {!isEmpty && (
            <>
              <DataTable
                label="Table of models"
                className="min-w-[52rem]"
                columns={modelColumns}
                rows={data.items}
                keyOf={({ id }) => id}
                look={look}
              />
              <Pager
                noun="model"
                page={data}
                pageSize={pageSize}
                isTurning={isPlaceholderData}
                pages={address.pages}
                onGo={(pages) => go({ pages })}
              />
            </>
          )}
          {isEmpty && <NoMatch onClear={() => go(noFilter)} />}
        </Panel>
      )}
    </div>
  )
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState title="No model fits" actions={<Button onClick={onClear}>Clear filters</Button>}>
      Search looks for parts of a name, description or id. Removed models show only when the status filter
      asks for them.
    </EmptyState>
  )
}
