"use client"
import { knownValue, valuesOf } from "@/components/address/known-value"
import { FilterBar } from "@/components/ui/filter-bar"
import { Select } from "@/components/ui/select"
import { modeNames, statusNames } from "./sync-wording"
import { isFiltered, type SyncsAddress } from "./syncs-address"

type Props = {
  address: SyncsAddress
  sources: { id: string; name: string }[]
  onChange: (change: Partial<SyncsAddress>) => void
}

const statuses = [
  { value: "", label: "Every outcome" },
  ...valuesOf(statusNames).map((value) => ({ value, label: statusNames[value] })),
]
const modes = [
  { value: "", label: "Every kind" },
  ...valuesOf(modeNames).map((value) => ({ value, label: modeNames[value] })),
]

/** Which runs are shown; each change goes into the address. */
export function SyncsFilters({ address, sources, onChange }: Props) {
  const integrations = [
    { value: "", label: "Every integration" },
    ...sources.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <FilterBar
      isFiltered={isFiltered(address)}
      onClear={() => onChange({ integration: "", status: "", mode: "" })}
    >
      <Select
        label="Integration"
        className="w-52 max-sm:w-full"
        value={address.integration}
        choices={integrations}
        onChange={(integration) => onChange({ integration })}
      />
      <Select
        label="Outcome"
        className="w-36 max-sm:w-[calc(50%-0.25rem)]"
        value={address.status}
        choices={statuses}
        onChange={(status) => onChange({ status: knownValue(statusNames, status) ?? "" })}
      />
      <Select
        label="Kind"
        className="w-32 max-sm:w-[calc(50%-0.25rem)]"
        value={address.mode}
        choices={modes}
        onChange={(mode) => onChange({ mode: knownValue(modeNames, mode) ?? "" })}
      />
    </FilterBar>
  )
}
