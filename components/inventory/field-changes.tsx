import { Diff } from "@/components/ui/diff"
import { count } from "@/components/ui/format-number"
import type { InventoryChangeKind } from "@/lib/domain/inventory-change"
import type { Json } from "@/lib/domain/json"
import type { Noun } from "@/lib/domain/noun"
import { type FieldChange, orderFields } from "./order-fields"
import { type Wording, wordingOf } from "./wording-of"

type Props = {
  noun: Noun
  kind: InventoryChangeKind
  fields: Record<string, [Json, Json]>
  /** What it means where no field is given. */
  means?: string
}

/** So many fields are shown at once; a new device brings all of them, and they are told one by one only when asked for. */
const shownOf = (kind: InventoryChangeKind): number => (kind === "created" ? 3 : 8)

/** The fields of one change, each before → after. */
export function FieldChanges({ noun, kind, fields, means = without[kind] }: Props) {
  const wording = wordingOf[noun]
  const changes = orderFields(fields)
  if (changes.length === 0) return <p className="text-ink-soft">{means}</p>
  const shown = shownOf(kind)
  const rest = changes.slice(shown)
  return (
    <>
      <FieldList changes={changes.slice(0, shown)} wording={wording} />
      {rest.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer rounded-sm text-ink-soft text-xs">
            {count(rest.length, "more field")}
          </summary>
          <FieldList changes={rest} wording={wording} />
        </details>
      )}
    </>
  )
}

function FieldList({ changes, wording }: { changes: FieldChange[]; wording: Wording }) {
  const words = (field: string, value: Json) => (value === null ? null : wording.valueWords(field, value))
  return (
    <Diff
      differences={changes.map(([field, [before, after]]) => ({
        name: wording.fieldName(field),
        before: words(field, before),
        after: words(field, after),
      }))}
    />
  )
}

/** What a change without changed fields means. */
const without: Record<InventoryChangeKind, string> = {
  created: "First seen",
  updated: "No field that is kept in the history changed",
  edited: "No field that is kept in the history changed",
  linked: "Another source reports this device too",
  retired: "No source has it any more",
  restored: "A source has it again",
}
