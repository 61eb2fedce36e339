"use client"
import { useState } from "react"
import { Badge } from "@/components/ui/badge"
import { ChartWithTable } from "@/components/ui/chart-with-table"
import { type Column, DataTable } from "@/components/ui/data-table"
import { ExactTime } from "@/components/ui/exact-time"
import { FilterBar } from "@/components/ui/filter-bar"
import { LoadMore } from "@/components/ui/load-more"
import { Pager } from "@/components/ui/pager"
import { Panel } from "@/components/ui/panel"
import { SearchInput } from "@/components/ui/search-input"
import { Sparkline } from "@/components/ui/sparkline"
import { TableLookMenu } from "@/components/ui/table-look-menu"
import { Timeline, TimelineEntry } from "@/components/ui/timeline"
import { useTableLook } from "@/components/ui/use-table-look"

type Example = { name: string; model: string; course: number[] }

const rows: Example[] = [
  { name: "studio-mac-07", model: "MacBook Pro 14″", course: [1, 3, 2, 6, 4, 8] },
  { name: "n".repeat(200), model: "iPad Air", course: [4, 4, 4, 1, 2, 2] },
]

const columns: Column<Example>[] = [
  {
    id: "name",
    name: "Name",
    sort: "name",
    isPinned: true,
    className: "max-w-40 truncate",
    cell: ({ name }) => name,
  },
  { id: "model", name: "Model", sort: "model", cell: ({ model }) => model },
  { id: "course", name: "Sparkline", cell: ({ course }) => <Sparkline values={course} /> },
]

const bars = ["Thu 19", "Fri 20", "Sat 21"].map((label, at) => ({
  label,
  values: { created: 4 - at, updated: at * 3 },
}))

/** Things of one kind, one below the other. */
export function ShownLists({ theme }: { theme: string }) {
  const [sort, setSort] = useState("name")
  const [search, setSearch] = useState("")
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { look, change } = useTableLook("design", { hidden: [], isDense: false })
  const more = { hasNextPage: true, isFetchingNextPage: false, fetchNextPage: async () => {} }
  return (
    <div className="min-w-0 space-y-3 lg:col-span-2">
      <FilterBar
        isFiltered={search !== ""}
        onClear={() => setSearch("")}
        aside={<TableLookMenu columns={columns.slice(1)} look={look} onChange={change} />}
      >
        <SearchInput
          label={`Search, ${theme}`}
          placeholder="FilterBar, SearchInput"
          value={search}
          onChange={setSearch}
        />
      </FilterBar>
      <Panel label={`DataTable, ${theme}`}>
        <DataTable
          label={`Table, ${theme}`}
          columns={columns}
          rows={rows}
          keyOf={({ name }) => name}
          look={look}
          order={{ sort, onSort: setSort }}
          choice={{ chosen, nameOf: ({ name }) => name, onChoose: setChosen }}
        />
        <Pager
          noun={`${theme.toLowerCase()} device`}
          page={{ items: rows, nextCursor: "next", total: 1_000_000 }}
          pageSize={50}
          isTurning={false}
          pages={[]}
          onGo={() => {}}
        />
        <LoadMore list={more} note="2 of 1,000,000 shown" />
      </Panel>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Timeline" label={`Timeline, ${theme}`}>
          <Timeline>
            <TimelineEntry tone="good" head={<Happened what="Created" />} />
            <TimelineEntry tone="bad" head={<Happened what="Removed" />}>
              No source has it any more
            </TimelineEntry>
          </Timeline>
        </Panel>
        <Panel title="Chart with its table" label={`Chart, ${theme}`}>
          <ChartWithTable
            summary={`Changes a day, ${theme}`}
            place="Day"
            series={[
              { key: "created", name: "Created", tone: "good" },
              { key: "updated", name: "Updated", tone: "live" },
            ]}
            bars={bars}
          />
        </Panel>
      </div>
    </div>
  )
}

function Happened({ what }: { what: string }) {
  return (
    <>
      <Badge tone="quiet">{what}</Badge>
      <span className="text-ink-soft text-xs">
        <ExactTime at="2026-11-22T04:00:07.000Z" />
      </span>
    </>
  )
}
