"use client"
import { knownValue, valuesOf } from "@/components/address/known-value"
import { kindNames } from "@/components/devices/device-wording"
import { FilterBar } from "@/components/ui/filter-bar"
import { SearchInput } from "@/components/ui/search-input"
import { Select } from "@/components/ui/select"
import { isFiltered, type ModelAddress, noFilter, statusFilters } from "./model-filter"

type Props = {
  address: ModelAddress
  sources: { id: string; name: string }[]
  onChange: (change: Partial<ModelAddress>) => void
}

const kinds = [
  { value: "", label: "Every kind" },
  ...valuesOf(kindNames).map((value) => ({ value, label: kindNames[value] })),
]
const statuses = valuesOf(statusFilters).map((value) => ({ value, label: statusFilters[value] }))

const half = "max-sm:w-[calc(50%-0.25rem)]"

/** Search and filters; each change goes into the address. */
export function ModelFilters({ address, sources, onChange }: Props) {
  const fromSources = [
    { value: "", label: "Every source" },
    ...sources.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <FilterBar isFiltered={isFiltered(address)} onClear={() => onChange(noFilter)}>
      <SearchInput
        label="Search models"
        placeholder="Name, description or id"
        value={address.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        label="Kind"
        className={`w-40 ${half}`}
        value={address.kind}
        choices={kinds}
        onChange={(kind) => onChange({ kind: knownValue(kindNames, kind) ?? "" })}
      />
      <Select
        label="Source"
        className={`w-40 ${half}`}
        value={address.source}
        choices={fromSources}
        onChange={(source) => onChange({ source })}
      />
      <Select
        label="Status"
        className={`w-36 ${half}`}
        value={address.status}
        choices={statuses}
        onChange={(status) => onChange({ status: knownValue(statusFilters, status) ?? "active" })}
      />
    </FilterBar>
  )
}
