import { formatNumber } from "@/components/ui/format-number"
import type { SyncCounts } from "@/lib/domain/sync-log"

const shown: { key: keyof SyncCounts; name: string; tone?: string }[] = [
  { key: "created", name: "Created" },
  { key: "updated", name: "Updated" },
  { key: "unchanged", name: "Unchanged" },
  { key: "removed", name: "Removed" },
  { key: "restored", name: "Restored" },
  { key: "rejected", name: "Rejected", tone: "text-warn" },
  { key: "held", name: "Removals held", tone: "text-warn" },
  { key: "conflicts", name: "Serial conflicts", tone: "text-warn" },
]

/** What a run did, in figures. */
export function RunCounts({ counts }: { counts: SyncCounts }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-b-lg border-line border-t bg-line sm:grid-cols-4 lg:grid-cols-8">
      {shown.map(({ key, name, tone }) => (
        <div key={key} className="flex flex-col-reverse justify-end bg-surface px-4 py-2.5">
          <dt className="text-ink-faint text-xs">{name}</dt>
          <dd
            className={`font-semibold text-lg tabular-nums ${counts[key] === 0 ? "text-ink-faint" : (tone ?? "text-ink")}`}
          >
            {formatNumber(counts[key])}
          </dd>
        </div>
      ))}
    </dl>
  )
}
