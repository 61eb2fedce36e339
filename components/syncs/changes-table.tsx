import Link from "next/link"
import { FieldChanges } from "@/components/inventory/field-changes"
import { nounWord, subjectPath } from "@/components/inventory/noun-wording"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { SyncChangeView } from "@/lib/domain/sync-change"
import { ChangeActionBadge } from "./change-action-badge"
import { actionWords } from "./change-wording"

/** Changes one by one, each field before and after; on a phone one below the other. */
export function ChangesTable({ items, isPlan }: { items: SyncChangeView[]; isPlan: boolean }) {
  return (
    <Table label={isPlan ? "Planned changes" : "Changes of this run"} className="max-sm:block">
      <thead className="max-sm:hidden">
        <tr>
          <HeadCell>What</HeadCell>
          <HeadCell>Change</HeadCell>
          <HeadCell>Fields</HeadCell>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {items.map((change) => (
          <Row key={change.id} className="max-sm:block max-sm:py-2">
            <Cell className={`min-w-40 max-w-64 max-sm:max-w-none ${stacked}`}>
              <Subject change={change} />
            </Cell>
            <Cell className={stacked}>
              <ChangeActionBadge change={change} isPlan={isPlan} />
            </Cell>
            <Cell className={`min-w-64 ${stacked}`}>
              <FieldChanges
                noun={change.noun}
                kind={change.kind}
                fields={fieldsOf(change)}
                {...(isPlan && { means: meaningOf(change) })}
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

const meaningOf = ({ action, noun }: SyncChangeView): string => {
  if (noun !== "list-item") return actionWords[action].means
  return action === "create" ? "New in the list" : "No longer in the list"
}

const stacked = "max-sm:block max-sm:px-4 max-sm:py-0.5"

/** A new device's name and serial number stand beside it already, and all there is of a list's item. */
function fieldsOf({ action, noun, fields }: SyncChangeView): SyncChangeView["fields"] {
  if (noun === "list-item") return {}
  if (action !== "create") return fields
  const { name, serialNumber, ...others } = fields
  return others
}

/** What a plan would create has no page yet. */
function Subject({ change }: { change: SyncChangeView }) {
  const { noun, subjectId, subjectName, serialNumber, stream } = change
  const title = subjectName ?? serialNumber ?? `Unnamed ${nounWord(noun)}`
  return (
    <>
      {subjectId === null ? (
        <span className="line-clamp-2 font-medium wrap-anywhere">{title}</span>
      ) : (
        <Link
          href={subjectPath(noun, subjectId)}
          className="line-clamp-2 font-medium wrap-anywhere underline decoration-line-strong underline-offset-2 hover:decoration-ink"
        >
          {title}
        </Link>
      )}
      {serialNumber !== null && (
        <span className="block font-mono text-ink-faint text-xs wrap-anywhere">{serialNumber}</span>
      )}
      {noun !== "device" && (
        <span className="block text-ink-faint text-xs">
          {stream === "planned-units" ? "aggregate of planned units" : nounWord(noun)}
        </span>
      )}
    </>
  )
}
