import Link from "next/link"
import { FieldChanges } from "@/components/devices/field-changes"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { SyncChangeView } from "@/lib/domain/sync-change"
import { ChangeActionBadge } from "./change-action-badge"
import { actionWords } from "./change-wording"

/** Changes device by device, each field before and after. */
export function ChangesTable({ items, isPlan }: { items: SyncChangeView[]; isPlan: boolean }) {
  return (
    <Table label={isPlan ? "The plan" : "Changes of this run"}>
      <thead>
        <tr>
          <HeadCell>Device</HeadCell>
          <HeadCell>Change</HeadCell>
          <HeadCell>Fields</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map((change) => (
          <Row key={change.id}>
            <Cell className="min-w-40 max-w-64">
              <Device change={change} />
            </Cell>
            <Cell>
              <ChangeActionBadge change={change} isPlan={isPlan} />
            </Cell>
            <Cell className="min-w-64">
              <FieldChanges
                kind={change.kind}
                fields={change.fields}
                {...(isPlan && { means: actionWords[change.action].means })}
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

/** A device that a plan would create has no page yet. */
function Device({ change }: { change: SyncChangeView }) {
  const title = change.deviceName ?? change.serialNumber ?? "Unnamed device"
  return (
    <>
      {change.deviceId === null ? (
        <span className="line-clamp-2 font-medium wrap-anywhere">{title}</span>
      ) : (
        <Link
          href={`/devices/${change.deviceId}`}
          className="line-clamp-2 font-medium wrap-anywhere underline decoration-line-strong underline-offset-2 hover:decoration-ink"
        >
          {title}
        </Link>
      )}
      {change.serialNumber !== null && (
        <span className="block font-mono text-ink-faint text-xs wrap-anywhere">{change.serialNumber}</span>
      )}
    </>
  )
}
