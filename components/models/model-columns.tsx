import Link from "next/link"
import { kindNames } from "@/components/devices/device-wording"
import { Badge } from "@/components/ui/badge"
import type { Column } from "@/components/ui/data-table"
import { formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { RelativeTime } from "@/components/ui/relative-time"
import type { DeviceModelView } from "@/lib/domain/device-model"
import { sourceWords } from "./model-wording"

/** What the table of models shows. */
export const modelColumns: Column<DeviceModelView>[] = [
  {
    id: "name",
    name: "Name",
    isPinned: true,
    className: "w-72 max-w-72 max-sm:w-44 max-sm:max-w-44",
    cell: (model) => <Name model={model} />,
  },
  { id: "kind", name: "Kind", className: "whitespace-nowrap", cell: ({ kind }) => kindNames[kind] },
  {
    id: "devices",
    name: "Devices",
    isFigure: true,
    cell: ({ devices }) => formatNumber(devices),
  },
  {
    id: "description",
    name: "Description",
    className: "max-w-72 truncate text-ink-soft",
    cell: ({ description }) => description ?? <None text="none" />,
  },
  { id: "source", name: "Source", className: "max-w-44 truncate text-ink-soft", cell: sourceWords },
  {
    id: "updatedAt",
    name: "Changed",
    className: "text-ink-soft",
    cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
  },
]

function Name({ model }: { model: DeviceModelView }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Link href={`/models/${model.id}`} prefetch={false} title={model.name} className="name-in-table">
        {model.name}
      </Link>
      {model.status === "retired" && <Badge tone="quiet">Removed</Badge>}
      {model.status === "active" && model.deprecated && <Badge tone="warn">Deprecated</Badge>}
    </span>
  )
}
