"use client"
import Link from "next/link"
import { Badge } from "@/components/ui/badge"
import { None } from "@/components/ui/none"
import { RelativeTime } from "@/components/ui/relative-time"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { DeviceView } from "@/lib/domain/device"
import type { DeviceSort } from "@/lib/domain/device-query"
import { ConnectionDot } from "./connection-dot"
import { titleOf, typeNames } from "./device-wording"
import { SortHead } from "./sort-head"

type Props = { devices: DeviceView[]; sort: DeviceSort; onSort: (sort: DeviceSort) => void }

/** One page of devices; on a phone the table scrolls within itself and keeps the name in sight. */
export function DevicesTable({ devices, sort, onSort }: Props) {
  const order = { sort, onSort }
  return (
    <Table label="Table of devices" className="min-w-[58rem]">
      <thead>
        <tr>
          <SortHead column="name" {...order} className={`rounded-tl-lg ${pinned} bg-sunken`}>
            Name
          </SortHead>
          <SortHead column="serialNumber" {...order}>
            Serial number
          </SortHead>
          <SortHead column="type" {...order}>
            Type
          </SortHead>
          <SortHead column="model" {...order}>
            Model
          </SortHead>
          <SortHead column="assignedTo" {...order}>
            Assigned to
          </SortHead>
          <HeadCell>Source</HeadCell>
          <SortHead column="updatedAt" {...order} className="rounded-tr-lg">
            Changed
          </SortHead>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </tbody>
    </Table>
  )
}

const pinned = "sticky left-0 z-10 max-xl:border-line max-xl:border-r"

function DeviceRow({ device }: { device: DeviceView }) {
  return (
    <Row>
      <Cell className={`w-72 max-w-72 bg-surface max-sm:w-44 max-sm:max-w-44 ${pinned}`}>
        <span className="flex items-center gap-2">
          <ConnectionDot state={device.connectionState} />
          <Link
            href={`/devices/${device.id}`}
            title={titleOf(device)}
            className="min-w-0 truncate font-medium underline decoration-transparent underline-offset-2 hover:decoration-ink"
          >
            {titleOf(device)}
          </Link>
          {device.status === "retired" && <Badge tone="quiet">Removed</Badge>}
        </span>
      </Cell>
      <Cell className="max-w-44 truncate font-mono text-xs leading-5">{device.serialNumber ?? <None />}</Cell>
      <Cell className="whitespace-nowrap">{typeNames[device.type]}</Cell>
      <Cell className="max-w-52">
        <span className="block truncate" title={device.model ?? undefined}>
          {device.model ?? <None />}
        </span>
      </Cell>
      <Cell className="max-w-44">
        <span className="block truncate" title={device.assignedTo ?? undefined}>
          {device.assignedTo ?? <None text="nobody" />}
        </span>
      </Cell>
      <Cell className="max-w-40">
        <span className="block truncate text-ink-soft">
          {device.sources.length === 0
            ? "Kept by hand"
            : device.sources.map((source) => source.name).join(", ")}
        </span>
      </Cell>
      <Cell className="text-ink-soft">
        <RelativeTime at={device.updatedAt} />
      </Cell>
    </Row>
  )
}
