import Link from "next/link"
import { FieldChanges } from "@/components/devices/field-changes"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { SyncChangeView } from "@/lib/domain/sync-change"
import { ChangeActionBadge } from "./change-action-badge"
import { actionWords } from "./change-wording"

/** Changes device by device, each field before and after; on a phone one below the other. */
export function ChangesTable({ items, isPlan }: { items: SyncChangeView[]; isPlan: boolean }) {
  return (
    <Table label={isPlan ? "Planned changes" : "Changes of this run"} className="max-sm:block">
      <thead className="max-sm:hidden">
        <tr>
          <HeadCell>Device</HeadCell>
          <HeadCell>Change</HeadCell>
          <HeadCell>Fields</HeadCell>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {items.map((change) => (
          <Row key={change.id} className="max-sm:block max-sm:py-2">
            <Cell className={`min-w-40 max-w-64 max-sm:max-w-none ${stacked}`}>
              <Device change={change} />
            </Cell>
            <Cell className={stacked}>
              <ChangeActionBadge change={change} isPlan={isPlan} />
            </Cell>
            <Cell className={`min-w-64 ${stacked}`}>
              <FieldChanges
                kind={change.kind}
                fields={fieldsOf(change)}
                {...(isPlan && { means: actionWords[change.action].means })}
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

const stacked = "max-sm:block max-sm:px-4 max-sm:py-0.5"

/** A new device's name and serial number stand beside it already. */
function fieldsOf({ action, fields }: SyncChangeView): SyncChangeView["fields"] {
  if (action !== "create") return fields
  const { name, serialNumber, ...others } = fields
  return others
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
