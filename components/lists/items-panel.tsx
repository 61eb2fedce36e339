"use client"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Pager } from "@/components/ui/pager"
import { Panel } from "@/components/ui/panel"
import { SearchInput } from "@/components/ui/search-input"
import type { ListPage, ServedList } from "@/lib/domain/published-list"
import { ItemsTable } from "./items-table"
import { type ListAddress, pageSize } from "./list-address"
import type { ShownList } from "./shown-list"

type Props = {
  list: ShownList
  page: ListPage
  isTurning: boolean
  address: ListAddress
  go: (change: Partial<ListAddress>) => void
}

/** What is published, entry by entry: searched and paged through the address. */
export function ItemsPanel({ list, page, isTurning, address, go }: Props) {
  const isEmpty = page.items.length === 0 && address.pages.length === 0
  return (
    <Panel title="The list" className={isTurning ? "opacity-60" : ""}>
      <div className="border-line border-b px-4 py-2.5">
        <SearchInput
          label="Search the list"
          placeholder={`Part of ${list.hasRules ? "a country, code or treatment" : "a code"}`}
          value={address.search}
          onChange={(search) => go({ search })}
          className="max-w-sm"
        />
      </div>
      {isEmpty ? (
        <EmptyState
          title={address.search === "" ? "The published list is empty" : "No item fits"}
          {...(address.search !== "" && {
            actions: <Button onClick={() => go({ search: "" })}>Clear search</Button>,
          })}
        >
          {address.search === "" ? whyEmpty(page.served) : "Search looks for parts of any of its values."}
        </EmptyState>
      ) : (
        <>
          <ItemsTable label={`Table of ${list.name}`} list={list} items={page.items} />
          <Pager
            noun="item"
            isPartOfPage
            pageSize={pageSize}
            page={page}
            isTurning={isTurning}
            pages={address.pages}
            onGo={(pages) => go({ pages })}
          />
        </>
      )}
    </Panel>
  )
}

/** Of ours only an admin lets an empty list pass. */
const whyEmpty = (served: ServedList | null): string =>
  served?.version == null
    ? "Somebody else emptied it. The next run compares it with master data."
    : "An admin approved that. An earlier version can be published again."
