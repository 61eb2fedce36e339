import Link from "next/link"
import { ExactTime } from "@/components/ui/exact-time"
import { TimelineEntry } from "@/components/ui/timeline"
import type { InventoryChangeView } from "@/lib/domain/inventory-change"
import type { InventoryNoun } from "@/lib/domain/noun"
import { ChangeBadge, changeLooks } from "./change-badge"
import { FieldChanges } from "./field-changes"

/** One change in a history: what it was, when, by whom, and each field before and after. */
export function ChangeEntry({ noun, change }: { noun: InventoryNoun; change: InventoryChangeView }) {
  return (
    <TimelineEntry
      tone={changeLooks[change.kind].tone}
      head={
        <>
          <ChangeBadge kind={change.kind} />
          <span className="text-ink-soft text-xs">
            <ExactTime at={change.at} />
          </span>
          <span className="text-ink-soft text-xs">
            <By change={change} />
          </span>
        </>
      }
    >
      <FieldChanges noun={noun} kind={change.kind} fields={change.fields} />
    </TimelineEntry>
  )
}

function By({ change }: { change: InventoryChangeView }) {
  if (change.syncLogId === null) return change.actorName === null ? null : `by ${change.actorName}`
  return (
    <Link href={`/syncs/${change.syncLogId}`} className="underline underline-offset-2 hover:text-ink">
      by a sync of {change.integrationName ?? "a deleted integration"}
    </Link>
  )
}
