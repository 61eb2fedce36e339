import Link from "next/link"
import { Badge } from "@/components/ui/badge"
import type { Column } from "@/components/ui/data-table"
import { None } from "@/components/ui/none"
import { RelativeTime } from "@/components/ui/relative-time"
import type { DeviceView } from "@/lib/domain/device"
import { ConnectionDot } from "./connection-dot"
import { titleOf, typeWords } from "./device-wording"

/** What the table of devices can show. */
export const deviceColumns: Column<DeviceView>[] = [
  {
    id: "name",
    name: "Name",
    sort: "name",
    isPinned: true,
    className: "w-72 max-w-72 max-sm:w-44 max-sm:max-w-44",
    cell: (device) => <Name device={device} />,
  },
  {
    id: "serialNumber",
    name: "Serial number",
    sort: "serialNumber",
    className: "max-w-44 truncate",
    cell: ({ serialNumber }) =>
      serialNumber === null ? <None /> : <span className="font-mono text-xs">{serialNumber}</span>,
  },
  {
    id: "type",
    name: "Type",
    sort: "type",
    className: "whitespace-nowrap",
    cell: typeWords,
  },
  {
    id: "model",
    name: "Model",
    sort: "model",
    className: "max-w-52",
    cell: ({ model }) => <Text value={model} absent="not known" />,
  },
  {
    id: "assignedTo",
    name: "Assigned to",
    sort: "assignedTo",
    className: "max-w-44",
    cell: ({ assignedTo }) => <Text value={assignedTo} absent="nobody" />,
  },
  {
    id: "source",
    name: "Source",
    className: "max-w-40 text-ink-soft",
    cell: ({ sources }) => (
      <Text value={sources.map(({ name }) => name).join(", ") || "Kept by hand"} absent="" />
    ),
  },
  {
    id: "updatedAt",
    name: "Changed",
    sort: "updatedAt",
    className: "text-ink-soft",
    cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
  },
]

function Name({ device }: { device: DeviceView }) {
  return (
    <span className="flex items-center gap-2">
      <ConnectionDot state={device.connectionState} />
      <Link href={`/devices/${device.id}`} prefetch={false} title={titleOf(device)} className="name-in-table">
        {titleOf(device)}
      </Link>
      {device.status === "retired" && <Badge tone="quiet">Removed</Badge>}
    </span>
  )
}

function Text({ value, absent }: { value: string | null; absent: string }) {
  if (value === null) return <None text={absent} />
  return (
    <span className="block truncate" title={value}>
      {value}
    </span>
  )
}
