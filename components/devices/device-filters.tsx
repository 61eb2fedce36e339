"use client"
import type { ReactNode } from "react"
import { knownValue, valuesOf } from "@/components/address/known-value"
import { FilterBar } from "@/components/ui/filter-bar"
import { SearchInput } from "@/components/ui/search-input"
import { Select } from "@/components/ui/select"
import { type DeviceAddress, isFiltered, noFilter, statusFilters } from "./device-filter"
import { kindNames, typeNames } from "./device-wording"

export type Source = { id: string; name: string }

type Props = {
  address: DeviceAddress
  sources: Source[]
  onChange: (change: Partial<DeviceAddress>) => void
  /** What changes the view without filtering it. */
  aside: ReactNode
}

const types = [
  { value: "", label: "Every type" },
  ...valuesOf(typeNames).map((value) => ({ value, label: typeNames[value] })),
]
const kinds = [
  { value: "", label: "Every kind" },
  ...valuesOf(kindNames).map((value) => ({ value, label: kindNames[value] })),
]
const statuses = valuesOf(statusFilters).map((value) => ({ value, label: statusFilters[value] }))

const half = "max-sm:w-[calc(50%-0.25rem)]"

/** Search and filters; each change goes into the address. */
export function DeviceFilters({ address, sources, onChange, aside }: Props) {
  const fromSources = [
    { value: "", label: "Every source" },
    ...sources.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <FilterBar isFiltered={isFiltered(address)} onClear={() => onChange(noFilter)} aside={aside}>
      <SearchInput
        label="Search devices"
        placeholder="Name, serial, model, person"
        value={address.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        label="Kind"
        className={`w-32 ${half}`}
        value={address.kind}
        choices={kinds}
        onChange={(kind) => onChange({ kind: knownValue(kindNames, kind) ?? "" })}
      />
      <Select
        label="Type"
        className={`w-32 ${half}`}
        value={address.type}
        choices={types}
        onChange={(type) => onChange({ type: knownValue(typeNames, type) ?? "" })}
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
        className={`w-28 ${half}`}
        value={address.status}
        choices={statuses}
        onChange={(status) => onChange({ status: knownValue(statusFilters, status) ?? "active" })}
      />
    </FilterBar>
  )
}
