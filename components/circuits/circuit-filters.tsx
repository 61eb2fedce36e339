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
const kept = [
  every("Without hidden"),
  { value: "hidden", label: "With hidden" },
  { value: "pinned", label: "Pinned" },
] as const

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
      <FilterSelect
        label="Hidden and pinned circuits"
        choices={kept}
        value={keptOf(address)}
        onChange={(choice) =>
          onChange({
            hidden: choice === "hidden" ? "yes" : "",
            pinned: choice === "pinned" ? "yes" : "",
          })
        }
      />
    </FilterBar>
  )
}

/** One choice of the two, so that the row of filters stays one. */
function keptOf({ hidden, pinned }: CircuitAddress): "" | "hidden" | "pinned" {
  if (pinned === "yes") return "pinned"
  return hidden === "yes" ? "hidden" : ""
}
