"use client"
import { choicesOf, every, namedChoices } from "@/components/address/choices"
import { partsOf } from "@/components/address/parts-of"
import { FilterBar } from "@/components/ui/filter-bar"
import { FilterSelect } from "@/components/ui/filter-select"
import { SearchInput } from "@/components/ui/search-input"
import { type CircuitAddress, isFiltered, noFilter } from "./circuit-address"
import { stageNames, statusName } from "./circuit-wording"

/** What there is to filter by. */
export type FilterChoices = {
  regions: string[]
  planners: { userId: string; name: string }[]
  statuses: string[]
}

type Props = {
  address: CircuitAddress
  choices: FilterChoices
  onChange: (change: Partial<CircuitAddress>) => void
}

const stages = [every("Every stage"), ...choicesOf(stageNames)]
const hiding = [every("Without hidden"), { value: "yes", label: "With hidden" }] as const

/** Search and filters; each change goes into the address. */
export function CircuitFilters({ address, choices, onChange }: Props) {
  const part = partsOf(address, onChange)
  const statuses = [
    every("Every status"),
    ...choices.statuses.map((value) => ({ value, label: statusName(value) })),
  ]
  const regions = [every("Every region"), ...choices.regions.map((value) => ({ value, label: value }))]
  const planners = [
    every("Every planner"),
    { value: "none", label: "Nobody" },
    ...namedChoices(choices.planners.map(({ userId, name }) => ({ id: userId, name }))),
  ]
  return (
    <FilterBar isFiltered={isFiltered(address)} onClear={() => onChange(noFilter)}>
      <SearchInput label="Search circuits" placeholder="Title, work order, contractor" {...part("search")} />
      <FilterSelect label="Status" choices={statuses} {...part("status")} />
      <FilterSelect label="Region" choices={regions} {...part("region")} />
      <FilterSelect label="Planner" choices={planners} {...part("planner")} />
      <FilterSelect label="Workflow stage" choices={stages} {...part("stage")} />
      <FilterSelect label="Hidden circuits" choices={hiding} {...part("hidden")} />
    </FilterBar>
  )
}
