"use client"
import { useQuery } from "@tanstack/react-query"
import { useAddress } from "@/components/address/use-address"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import type { TableLook } from "@/components/ui/table-look"
import { TableLookMenu } from "@/components/ui/table-look-menu"
import { useTableLook } from "@/components/ui/use-table-look"
import type { Role } from "@/lib/domain/account"
import type { DeviceView } from "@/lib/domain/device"
import type { Listing } from "@/lib/domain/listing"
import { type DeviceFilter, devicesQuery } from "@/lib/queries/devices"
import { AsOfBanner, BackToNow } from "./as-of-banner"
import { AsOfControl } from "./as-of-control"
import { filterOf, isFiltered, noFilter, readAddress, writeAddress } from "./device-address"
import { deviceColumns } from "./device-columns"
import { DeviceFilters, type Source } from "./device-filters"
import { DevicesTable } from "./devices-table"
import { NoDevices, NoMatch, NoneThen } from "./no-devices"

type Props = {
  /** `page` is null where the server refused, as for a time to come: the list then says why. */
  initial: { filter: DeviceFilter; page: Listing<DeviceView> | null }
  sources: Source[]
  role: Role
  look: TableLook
}

const place = { read: readAddress, write: writeAddress, anew: { pages: [] } }
const hideable = deviceColumns.filter(({ isPinned }) => isPinned !== true)

/** The inventory as a table: searched, sorted, filtered and paged through its address. */
export function DevicesView({ initial, sources, role, look: firstLook }: Props) {
  const { address, go } = useAddress(place)
  const { look, change } = useTableLook("devices", firstLook)
  const filter = filterOf(address)
  const isInitial = JSON.stringify(filter) === JSON.stringify(initial.filter)
  const { data, error, isPlaceholderData } = useQuery({
    ...devicesQuery(filter),
    ...(isInitial && initial.page !== null && { initialData: initial.page }),
  })
  const isPast = address.asOf !== ""
  const isEmpty = data?.items.length === 0 && address.pages.length === 0
  if (isEmpty && !isFiltered(address) && !isPast)
    return (
      <NoDevices
        hasSources={sources.length > 0}
        role={role}
        onShowRemoved={() => go({ status: "retired" })}
      />
    )
  return (
    <div className="space-y-3">
      {isPast && error === null && <AsOfBanner asOf={address.asOf} onBack={() => go({ asOf: "" })} />}
      <DeviceFilters
        address={address}
        sources={sources}
        onChange={go}
        aside={
          <>
            <AsOfControl value={address.asOf} onChange={(asOf) => go({ asOf })} />
            <TableLookMenu columns={hideable} look={look} onChange={change} />
          </>
        }
      />
      {error !== null && (
        <Notice
          tone="warn"
          title={data === undefined ? nothing(isPast) : "This list may be out of date"}
          {...(isPast && { actions: <BackToNow onBack={() => go({ asOf: "" })} /> })}
        >
          {error.message}
        </Notice>
      )}
      {data === undefined && error === null && <Skeleton className="h-80" />}
      {data !== undefined && (
        <Panel label="Devices" className={isPlaceholderData ? "opacity-60" : ""}>
          {!isEmpty && (
            <DevicesTable
              page={data}
              isTurning={isPlaceholderData}
              address={address}
              look={look}
              onChange={go}
            />
          )}
          {isEmpty && (isFiltered(address) ? <NoMatch onClear={() => go(noFilter)} /> : <NoneThen />)}
        </Panel>
      )}
    </div>
  )
}

const nothing = (isPast: boolean): string =>
  isPast ? "There is no fleet to show for that time" : "The devices cannot be shown"
