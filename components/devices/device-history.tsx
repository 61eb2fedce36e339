"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import Link from "next/link"
import { ExactTime } from "@/components/ui/exact-time"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import type { DeviceChangeView } from "@/lib/domain/device"
import type { Listing } from "@/lib/domain/listing"
import { deviceChangesQuery } from "@/lib/queries/devices"
import { ChangeBadge } from "./change-badge"
import { FieldChanges } from "./field-changes"

type Props = { deviceId: string; initial: Listing<DeviceChangeView> }

/** What changed about a device, when, and by which run or person; newest first (N-HISTORY). */
export function DeviceHistory({ deviceId, initial }: Props) {
  const history = useInfiniteQuery({
    ...deviceChangesQuery(deviceId),
    initialData: { pages: [initial], pageParams: [null] },
  })
  const changes = history.data.pages.flatMap((page) => page.items)
  return (
    <Panel title="History">
      {changes.length === 0 && <p className="px-4 py-3 text-ink-soft">Nothing has been recorded yet.</p>}
      <ol className="px-4 py-3">
        {changes.map((change) => (
          <Entry key={change.id} change={change} />
        ))}
      </ol>
      {history.error !== null && <p className="px-4 pb-3 text-bad">{history.error.message}</p>}
      <LoadMore list={history} />
    </Panel>
  )
}

function Entry({ change }: { change: DeviceChangeView }) {
  return (
    <li className="relative border-line border-l pb-4 pl-4 last:pb-0">
      <span aria-hidden className="-left-1 absolute top-1.5 size-2 rounded-full bg-line-strong" />
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <ChangeBadge kind={change.kind} />
        <span className="text-ink-soft text-xs">
          <ExactTime at={change.at} />
        </span>
        <span className="text-ink-soft text-xs">
          <By change={change} />
        </span>
      </div>
      <div className="mt-1.5">
        <FieldChanges kind={change.kind} fields={change.fields} />
      </div>
    </li>
  )
}

function By({ change }: { change: DeviceChangeView }) {
  if (change.syncLogId === null) return change.actorName === null ? null : `by ${change.actorName}`
  return (
    <Link href={`/syncs/${change.syncLogId}`} className="underline underline-offset-2 hover:text-ink">
      by a sync of {change.integrationName ?? "a deleted integration"}
    </Link>
  )
}
