"use client"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { deviceType } from "@/lib/domain/device"
import { AsOfControl } from "./as-of-control"
import { type DeviceAddress, isFiltered } from "./device-filter"
import { DeviceSearch } from "./device-search"
import { typeNames } from "./device-wording"

export type Source = { id: string; name: string }

type Props = {
  address: DeviceAddress
  sources: Source[]
  onChange: (change: Partial<DeviceAddress>) => void
}

const types = [
  { value: "", label: "Every type" },
  ...deviceType.options.map((value) => ({ value, label: typeNames[value] })),
]

const statuses = [
  { value: "active", label: "Active" },
  { value: "retired", label: "Removed" },
  { value: "all", label: "Both" },
]

/** Search and filters; each change goes into the address. */
export function DeviceFilters({ address, sources, onChange }: Props) {
  const fromSources = [
    { value: "", label: "Every source" },
    ...sources.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className="flex flex-wrap gap-2">
      <DeviceSearch value={address.search} onChange={(search) => onChange({ search })} />
      <Select
        label="Type"
        className="w-34 max-sm:w-[calc(50%-0.25rem)]"
        value={address.type}
        choices={types}
        onChange={(type) => onChange({ type: deviceType.safeParse(type).data ?? "" })}
      />
      <Select
        label="Source"
        className="w-40 max-sm:w-[calc(50%-0.25rem)]"
        value={address.source}
        choices={fromSources}
        onChange={(source) => onChange({ source })}
      />
      <Select
        label="Status"
        className="w-28 max-sm:w-auto max-sm:flex-1"
        value={address.status}
        choices={statuses}
        onChange={(status) => onChange({ status: asStatus(status) })}
      />
      <AsOfControl value={address.asOf} onChange={(asOf) => onChange({ asOf })} />
      {isFiltered(address) && (
        <Button
          variant="ghost"
          onClick={() => onChange({ search: "", type: "", source: "", status: "active" })}
        >
          Clear filters
        </Button>
      )}
    </div>
  )
}

const asStatus = (value: string): DeviceAddress["status"] =>
  value === "retired" || value === "all" ? value : "active"
