"use client"
import { choicesOf, every, namedChoices } from "@/components/address/choices"
import { partsOf } from "@/components/address/parts-of"
import { kindNames } from "@/components/devices/device-wording"
import { FilterBar } from "@/components/ui/filter-bar"
import { FilterSelect } from "@/components/ui/filter-select"
import { SearchInput } from "@/components/ui/search-input"
import { isFiltered, type ModelAddress, noFilter, statusFilters } from "./model-address"

type Props = {
  address: ModelAddress
  sources: { id: string; name: string }[]
  onChange: (change: Partial<ModelAddress>) => void
}

const kinds = [every("Every kind"), ...choicesOf(kindNames)]
const statuses = choicesOf(statusFilters)

/** Search and filters; each change goes into the address. */
export function ModelFilters({ address, sources, onChange }: Props) {
  const part = partsOf(address, onChange)
  const from = [every("Every source"), ...namedChoices(sources)]
  return (
    <FilterBar isFiltered={isFiltered(address)} onClear={() => onChange(noFilter)}>
      <SearchInput label="Search models" placeholder="Name, description or id" {...part("search")} />
      <FilterSelect label="Kind" width="w-40" choices={kinds} {...part("kind")} />
      <FilterSelect label="Source" width="w-40" choices={from} {...part("source")} />
      <FilterSelect label="Status" choices={statuses} {...part("status")} />
    </FilterBar>
  )
}
