import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { formatNumber } from "@/components/ui/format-number"
import type { SyncCounts, SyncLogView } from "@/lib/domain/sync-log"
import { countsApart, type UnitsRead } from "./counts-apart"
import { isPlan } from "./run-kind"

type Words = { name: string; planned?: string; tone?: string }
type Counted = Words & { key: keyof SyncCounts }
type Figure = Words & { value: number }

const rejected: Counted = { key: "rejected", name: "Rejected", tone: "text-warn" }

const shown: Counted[] = [
  { key: "created", name: "Created", planned: "To create" },
  { key: "updated", name: "Updated", planned: "To update" },
  { key: "unchanged", name: "Unchanged" },
  { key: "removed", name: "Removed", planned: "To remove" },
  { key: "restored", name: "Restored", planned: "To restore" },
  rejected,
  { key: "held", name: "Removals held", planned: "To hold", tone: "text-warn" },
  { key: "conflicts", name: "Serial conflicts", tone: "text-warn" },
]

/** A list is published as a whole: its items are neither updated nor restored. */
const shownOfList: Counted[] = [
  { key: "created", name: "Added", planned: "To add" },
  { key: "removed", name: "Gone", planned: "To go" },
  { key: "unchanged", name: "As before" },
  rejected,
]

/** What a run did, or of a plan would do, in figures; those of planned units under their own names. */
export function RunCounts({ run }: { run: SyncLogView }) {
  const figures = figuresOf(run)
  return (
    <dl
      className={`grid grid-cols-2 gap-px overflow-hidden rounded-b-lg border-line border-t bg-line sm:grid-cols-4 ${figures.length > 4 ? "lg:grid-cols-8" : ""}`}
    >
      {figures.map(({ name, planned = name, tone, value }) => (
        <div key={name} className="flex flex-col-reverse justify-end bg-surface px-4 py-2.5">
          <dt className="text-ink-faint text-xs">{isPlan(run) ? planned : name}</dt>
          <dd
            className={`font-semibold text-lg tabular-nums ${value === 0 ? "text-ink-faint" : (tone ?? "text-ink")}`}
          >
            {formatNumber(value)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function figuresOf(run: SyncLogView): Figure[] {
  const { counts, units, streams } = countsApart(run)
  const valued = (some: Counted[]) => some.map(({ key, ...words }) => ({ ...words, value: counts[key] }))
  if (nounOfProvider(run.provider) === "list-item") return valued(shownOfList)
  if (units === null) return valued(shown)
  // Circuits are never held and have no serial numbers, which leaves room for the aggregates
  return streams.length === 0
    ? [...aggregateFigures(units), ...valued([rejected])]
    : [...valued(shown.slice(0, 6)), ...aggregateFigures(units).slice(0, 2)]
}

const aggregateFigures = ({ created, updated, unchanged }: UnitsRead): Figure[] => [
  { name: "Aggregates created", planned: "Aggregates to create", value: created },
  { name: "Aggregates updated", planned: "Aggregates to update", value: updated },
  { name: "Aggregates unchanged", value: unchanged },
]
