"use client"
import { useQuery } from "@tanstack/react-query"
import { useAddress } from "@/components/address/use-address"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { Notice } from "@/components/ui/notice"
import { Pager } from "@/components/ui/pager"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import type { CircuitView } from "@/lib/domain/circuit-view"
import type { Listing } from "@/lib/domain/listing"
import { type CircuitFilter, circuitsQuery } from "@/lib/queries/circuits"
import type { UpdateCircuit } from "./circuit-actions"
import {
  type CircuitAddress,
  filterOf,
  isFiltered,
  noFilter,
  pageSize,
  readAddress,
  writeAddress,
} from "./circuit-address"
import { CircuitFilters, type FilterChoices } from "./circuit-filters"
import { CircuitsTable } from "./circuits-table"
import { useLive } from "./use-live"

type Props = {
  initial: { filter: CircuitFilter; page: Listing<CircuitView> }
  choices: FilterChoices
  update: UpdateCircuit
  mayEdit: boolean
}

const place = { read: readAddress, write: writeAddress, anew: { pages: [] } }

/** All circuits as a table: searched, sorted, filtered and paged through its address. */
export function CircuitsView({ initial, choices, update, mayEdit }: Props) {
  const { address, go } = useAddress(place)
  useLive("dashboard", "circuits")
  const filter = filterOf(address)
  const isInitial = JSON.stringify(filter) === JSON.stringify(initial.filter)
  const { data, error, isPlaceholderData } = useQuery({
    ...circuitsQuery(filter),
    ...(isInitial && { initialData: initial.page }),
  })
  const isEmpty = data?.items.length === 0 && address.pages.length === 0
  if (isEmpty && !isFiltered(address) && choices.statuses.length === 0) return <NoCircuits />
  return (
    <div className="space-y-3">
      <CircuitFilters address={address} choices={choices} onChange={go} />
      {error !== null && (
        <Notice
          tone="warn"
          title={data === undefined ? "The circuits cannot be shown" : "This list may be out of date"}
        >
          {error.message}
        </Notice>
      )}
      {data === undefined && error === null && <Skeleton className="h-80" />}
      {data !== undefined && (
        <Panel label="Circuits" className={isPlaceholderData ? "opacity-60" : ""}>
          {isEmpty ? (
            <NothingFits isFiltered={isFiltered(address)} go={go} />
          ) : (
            <>
              <CircuitsTable
                circuits={data.items}
                sort={address.sort}
                onSort={(sort) => go({ sort })}
                update={update}
                mayEdit={mayEdit}
              />
              <Pager
                noun="circuit"
                pageSize={pageSize}
                page={data}
                isTurning={isPlaceholderData}
                pages={address.pages}
                onGo={(pages) => go({ pages })}
              />
            </>
          )}
        </Panel>
      )}
    </div>
  )
}

type Go = (change: Partial<CircuitAddress>) => void

/** What to do about an empty list: all that there are may be hidden. */
function NothingFits({ isFiltered, go }: { isFiltered: boolean; go: Go }) {
  if (!isFiltered)
    return (
      <EmptyState
        title="Every circuit is hidden"
        actions={<Button onClick={() => go({ hidden: "yes" })}>Show hidden circuits</Button>}
      >
        Hidden circuits stay in step with WorkStudio and are left out of this list.
      </EmptyState>
    )
  return (
    <EmptyState title="No circuit fits" actions={<Button onClick={() => go(noFilter)}>Clear filters</Button>}>
      Search looks for parts of a title, work order, contractor or job GUID.
    </EmptyState>
  )
}

function NoCircuits() {
  return (
    <Panel>
      <EmptyState
        title="No circuits yet"
        actions={
          <LinkButton href="/settings/integrations" variant="primary">
            Go to integrations
          </LinkButton>
        }
      >
        Circuits come from WorkStudio. Connect it, then sync it to read them.
      </EmptyState>
    </Panel>
  )
}
