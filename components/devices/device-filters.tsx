"use client"
import type { ReactNode } from "react"
import { choicesOf, every, namedChoices } from "@/components/address/choices"
import { partsOf } from "@/components/address/parts-of"
import { FilterBar } from "@/components/ui/filter-bar"
import { FilterSelect } from "@/components/ui/filter-select"
import { SearchInput } from "@/components/ui/search-input"
import { type DeviceAddress, isFiltered, noFilter, statusFilters } from "./device-address"
import { kindNames, typeNames } from "./device-wording"

export type Source = { id: string; name: string }

type Props = {
  address: DeviceAddress
  sources: Source[]
  onChange: (change: Partial<DeviceAddress>) => void
  /** What changes the view without filtering it. */
  aside: ReactNode
}

const types = [every("Every type"), ...choicesOf(typeNames)]
const kinds = [every("Every kind"), ...choicesOf(kindNames)]
const statuses = choicesOf(statusFilters)

/** Search and filters; each change goes into the address. */
export function DeviceFilters({ address, sources, onChange, aside }: Props) {
  const part = partsOf(address, onChange)
  const from = [every("Every source"), ...namedChoices(sources)]
  return (
    <FilterBar isFiltered={isFiltered(address)} onClear={() => onChange(noFilter)} aside={aside}>
      <SearchInput label="Search devices" placeholder="Name, serial, model, person" {...part("search")} />
      <FilterSelect label="Kind" width="w-32" choices={kinds} {...part("kind")} />
      <FilterSelect label="Type" width="w-32" choices={types} {...part("type")} />
      <FilterSelect label="Source" width="w-36" choices={from} {...part("source")} />
      <FilterSelect label="Status" width="w-28" choices={statuses} {...part("status")} />
    </FilterBar>
  )
}
