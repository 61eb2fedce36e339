"use client"
import { FilterBar } from "@/components/ui/filter-bar"
import { SearchInput } from "@/components/ui/search-input"
import { Select } from "@/components/ui/select"
import { type CircuitAddress, isFiltered, noFilter, stageFrom } from "./circuit-address"
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

const stages = [
  { value: "", label: "Every stage" },
  ...Object.entries(stageNames).map(([value, label]) => ({ value, label })),
]
const width = "w-36 max-sm:w-[calc(50%-0.25rem)]"

/** Search and filters; each change goes into the address. */
export function CircuitFilters({ address, choices, onChange }: Props) {
  const { regions, planners, statuses } = choices
  return (
    <FilterBar isFiltered={isFiltered(address)} onClear={() => onChange(noFilter)}>
      <SearchInput
        label="Search circuits"
        placeholder="Title, work order, contractor"
        value={address.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        label="Status"
        className={width}
        value={address.status}
        choices={[
          { value: "", label: "Every status" },
          ...statuses.map((value) => ({ value, label: statusName(value) })),
        ]}
        onChange={(status) => onChange({ status })}
      />
      <Select
        label="Region"
        className={width}
        value={address.region}
        choices={[{ value: "", label: "Every region" }, ...regions.map((value) => ({ value, label: value }))]}
        onChange={(region) => onChange({ region })}
      />
      <Select
        label="Planner"
        className={width}
        value={address.planner}
        choices={[
          { value: "", label: "Every planner" },
          { value: "none", label: "Nobody" },
          ...planners.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
        onChange={(planner) => onChange({ planner })}
      />
      <Select
        label="Workflow stage"
        className={width}
        value={address.stage}
        choices={stages}
        onChange={(stage) => onChange({ stage: stageFrom(stage) ?? "" })}
      />
      <Select
        label="Hidden circuits"
        className={width}
        value={address.hidden}
        choices={[
          { value: "", label: "Without hidden" },
          { value: "yes", label: "With hidden" },
        ]}
        onChange={(hidden) => onChange({ hidden: hidden === "yes" ? "yes" : "" })}
      />
    </FilterBar>
  )
}
