"use client"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { count } from "@/components/ui/format-number"
import { Input } from "@/components/ui/input"
import { Panel } from "@/components/ui/panel"
import type { DeviceSourceView } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import { AttributeValue } from "./attribute-value"
import { valueWords } from "./device-wording"

/** More than these are shown when asked for. */
const firstShown = 60

type Attribute = { source: string; key: string; value: Json }

/** Everything else the sources say, filtered as one types. */
export function DeviceAttributes({ records }: { records: DeviceSourceView[] }) {
  const [filter, setFilter] = useState("")
  const [showsAll, setShowsAll] = useState(false)
  const all = records.flatMap(attributesOf)
  const fitting = all.filter((attribute) => fits(attribute, filter))
  const shown = showsAll ? fitting : fitting.slice(0, firstShown)
  const hasSeveralSources = records.length > 1
  return (
    <Panel
      title="All attributes"
      aside={
        <span className="text-ink-faint text-xs tabular-nums" aria-live="polite">
          {filter === ""
            ? count(all.length, "attribute")
            : `${fitting.length} of ${count(all.length, "attribute")}`}
        </span>
      }
    >
      {all.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft">No source gives more than what is shown above.</p>
      ) : (
        <>
          <div className="border-line border-b px-4 py-2.5">
            <Input
              aria-label="Filter attributes"
              placeholder="Filter by name or value"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              className="max-w-sm"
            />
          </div>
          {shown.length === 0 && <p className="px-4 py-3 text-ink-soft">No attribute fits “{filter}”.</p>}
          <dl className="grid lg:grid-cols-2">
            {shown.map(({ source, key, value }) => (
              <div
                key={`${source} ${key}`}
                className="grid content-start grid-cols-[minmax(8rem,2fr)_3fr] gap-x-4 border-line border-b px-4 py-1.5"
              >
                <dt className="text-ink-faint wrap-anywhere">
                  {key}
                  {hasSeveralSources && <span className="block text-xs">{source}</span>}
                </dt>
                <dd className="min-w-0 wrap-anywhere">
                  <AttributeValue value={value} />
                </dd>
              </div>
            ))}
          </dl>
          {shown.length < fitting.length && (
            <div className="p-2 text-center">
              <Button size="sm" onClick={() => setShowsAll(true)}>
                Show all {fitting.length}
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  )
}

const attributesOf = ({ integrationName, attributes }: DeviceSourceView): Attribute[] =>
  Object.entries(attributes)
    .map(([key, value]) => ({ source: integrationName, key, value }))
    .sort((one, other) => one.key.localeCompare(other.key, "en"))

function fits({ key, value }: Attribute, filter: string): boolean {
  const wanted = filter.trim().toLowerCase()
  return wanted === "" || `${key} ${valueWords("attributes", value)}`.toLowerCase().includes(wanted)
}
