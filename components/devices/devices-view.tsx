"use client"
import { useQuery } from "@tanstack/react-query"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import type { Role } from "@/lib/domain/account"
import type { DeviceView } from "@/lib/domain/device"
import type { Listing } from "@/lib/domain/listing"
import { type DeviceFilter, devicesQuery } from "@/lib/queries/devices"
import { AsOfBanner } from "./as-of-banner"
import { filterOf, isFiltered } from "./device-filter"
import { DeviceFilters, type Source } from "./device-filters"
import { DevicePager } from "./device-pager"
import { DevicesTable } from "./devices-table"
import { NoDevices, NoMatch, NoneThen } from "./no-devices"
import { useDeviceAddress } from "./use-device-address"

type Props = {
  /** `page` is null where the server refused, as for a time to come: the list then says why. */
  initial: { filter: DeviceFilter; page: Listing<DeviceView> | null }
  sources: Source[]
  role: Role
}

/** The inventory as a table: searched, sorted, filtered and paged through its address. */
export function DevicesView({ initial, sources, role }: Props) {
  const { address, go } = useDeviceAddress()
  const filter = filterOf(address)
  const isInitial = JSON.stringify(filter) === JSON.stringify(initial.filter)
  const { data, error, isPlaceholderData } = useQuery({
    ...devicesQuery(filter),
    ...(isInitial && initial.page !== null && { initialData: initial.page }),
  })
  const isEmpty = data?.items.length === 0 && address.pages.length === 0
  if (isEmpty && !isFiltered(address) && address.asOf === "")
    return <NoDevices hasSources={sources.length > 0} role={role} />
  return (
    <div className="space-y-3">
      {address.asOf !== "" && <AsOfBanner asOf={address.asOf} onBack={() => go({ asOf: "" })} />}
      <DeviceFilters address={address} sources={sources} onChange={go} />
      {error !== null && (
        <Notice
          tone="warn"
          title={data === undefined ? "There is nothing to show here" : "This list may be out of date"}
        >
          {error.message}
        </Notice>
      )}
      {data !== undefined && (
        <Panel label="Devices" className={isPlaceholderData ? "opacity-60" : ""}>
          {isEmpty && !isFiltered(address) && <NoneThen />}
          {isEmpty && isFiltered(address) && (
            <NoMatch onClear={() => go({ search: "", type: "", source: "", status: "active" })} />
          )}
          {!isEmpty && (
            <>
              <DevicesTable devices={data.items} sort={address.sort} onSort={(sort) => go({ sort })} />
              <DevicePager
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
