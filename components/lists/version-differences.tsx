"use client"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ErrorState } from "@/components/ui/error-state"
import { count, formatNumber } from "@/components/ui/format-number"
import { Panel } from "@/components/ui/panel"
import { Select } from "@/components/ui/select"
import { Skeleton } from "@/components/ui/skeleton"
import type { ListItem } from "@/lib/domain/list-definition"
import type { ListVersionView } from "@/lib/domain/published-list"
import { listDifferencesQuery } from "@/lib/queries/lists"
import { ItemsTable } from "./items-table"
import { versionName } from "./list-wording"
import type { ShownList } from "./shown-list"

type Props = { version: ListVersionView; others: ListVersionView[]; list: ShownList }

/** So many of each are shown at first, and then at most. */
const shown = { first: 100, most: 1000 }

/** What a version has that another had not, and the other way round; against the one it replaced unless told otherwise. */
export function VersionDifferences({ version, others, list }: Props) {
  const [against, setAgainst] = useState("")
  const [limit, setLimit] = useState(shown.first)
  const compared = { id: version.id, limit, ...(against !== "" && { against }) }
  const { data, error, refetch } = useQuery(listDifferencesQuery(compared))
  const choices = [
    { value: "", label: version.version === null ? "What is published" : "What it replaced" },
    ...others
      .filter(({ id, isKept }) => id !== version.id && isKept)
      .map((other) => ({ value: other.id, label: versionName(other) })),
  ]
  return (
    <Panel
      title="Differences"
      aside={
        <Select
          label="Compared with"
          className="w-44"
          value={against}
          choices={choices}
          onChange={setAgainst}
        />
      }
    >
      {error !== null && (
        <ErrorState title="They cannot be compared" error={error} retry={() => void refetch()} />
      )}
      {data === undefined && error === null && (
        <div className="p-4">
          <Skeleton className="h-16" />
        </div>
      )}
      {data !== undefined && error === null && (
        <>
          <p className="px-4 py-3 text-ink-soft" aria-live="polite">
            {data.against === null
              ? "Nothing was published before it."
              : `Against ${data.against.version === null ? "a list that was not published" : `version ${formatNumber(data.against.version)}`}: ${formatNumber(data.addedTotal)} added, ${formatNumber(data.goneTotal)} gone, ${count(data.same, "item")} as before.`}
          </p>
          <Side title="Added" list={list} items={data.added} total={data.addedTotal} />
          <Side title="Gone" list={list} items={data.gone} total={data.goneTotal} />
          {limit < shown.most && Math.max(data.addedTotal, data.goneTotal) > limit && (
            <div className="border-line border-t p-2 text-center">
              <Button size="sm" onClick={() => setLimit(shown.most)}>
                Show up to {formatNumber(shown.most)} of each
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  )
}

type SideProps = { title: string; list: ShownList; items: ListItem[]; total: number }

function Side({ title, list, items, total }: SideProps) {
  if (total === 0) return null
  return (
    <section aria-label={title} className="border-line border-t">
      <h3 className="flex justify-between gap-3 px-4 py-2 font-medium">
        {title}
        <span className="font-normal text-ink-faint text-xs tabular-nums">
          {items.length < total
            ? `the first ${formatNumber(items.length)} of ${formatNumber(total)}`
            : formatNumber(total)}
        </span>
      </h3>
      <ItemsTable label={`Items ${title.toLowerCase()}`} list={list} items={items} />
    </section>
  )
}
