import { formatNumber } from "@/components/ui/format-number"
import type { Noun } from "@/lib/domain/noun"
import type { SyncCounts } from "@/lib/domain/sync-log"

const shown: { key: keyof SyncCounts; name: string; planned?: string; tone?: string }[] = [
  { key: "created", name: "Created", planned: "To create" },
  { key: "updated", name: "Updated", planned: "To update" },
  { key: "unchanged", name: "Unchanged" },
  { key: "removed", name: "Removed", planned: "To remove" },
  { key: "restored", name: "Restored", planned: "To restore" },
  { key: "rejected", name: "Rejected", tone: "text-warn" },
  { key: "held", name: "Removals held", planned: "To hold", tone: "text-warn" },
  { key: "conflicts", name: "Serial conflicts", tone: "text-warn" },
]

/** A list is published as a whole: its items are neither updated nor restored. */
const shownOfList: typeof shown = [
  { key: "created", name: "Added", planned: "To add" },
  { key: "removed", name: "Gone", planned: "To go" },
  { key: "unchanged", name: "As before" },
  { key: "rejected", name: "Rejected", tone: "text-warn" },
]

type Props = { counts: SyncCounts; noun: Noun; isPlan: boolean }

/** What a run did, or of a plan would do, in figures. */
export function RunCounts({ counts, noun, isPlan }: Props) {
  const isList = noun === "list-item"
  return (
    <dl
      className={`grid grid-cols-2 gap-px overflow-hidden rounded-b-lg border-line border-t bg-line sm:grid-cols-4 ${isList ? "" : "lg:grid-cols-8"}`}
    >
      {(isList ? shownOfList : shown).map(({ key, name, planned = name, tone }) => (
        <div key={key} className="flex flex-col-reverse justify-end bg-surface px-4 py-2.5">
          <dt className="text-ink-faint text-xs">{isPlan ? planned : name}</dt>
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
