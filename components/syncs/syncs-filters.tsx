"use client"
import { choicesOf, every, namedChoices } from "@/components/address/choices"
import { partsOf } from "@/components/address/parts-of"
import { FilterBar } from "@/components/ui/filter-bar"
import { FilterSelect } from "@/components/ui/filter-select"
import { Select } from "@/components/ui/select"
import { modeNames, statusNames } from "./sync-wording"
import { isFiltered, type SyncsAddress } from "./syncs-address"

type Props = {
  address: SyncsAddress
  sources: { id: string; name: string }[]
  onChange: (change: Partial<SyncsAddress>) => void
}

const statuses = [every("Every outcome"), ...choicesOf(statusNames)]
const noFilter = { integration: "", status: "", mode: "" } as const
const modes = [every("Every kind"), ...choicesOf(modeNames)]

/** Which runs are shown; each change goes into the address. */
export function SyncsFilters({ address, sources, onChange }: Props) {
  const part = partsOf(address, onChange)
  const from = [every("Every integration"), ...namedChoices(sources)]
  return (
    <FilterBar isFiltered={isFiltered(address)} onClear={() => onChange(noFilter)}>
      <Select label="Integration" className="w-52 max-sm:w-full" choices={from} {...part("integration")} />
      <FilterSelect label="Outcome" choices={statuses} {...part("status")} />
      <FilterSelect label="Kind" width="w-32" choices={modes} {...part("mode")} />
    </FilterBar>
  )
}
