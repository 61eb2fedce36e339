"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import Link from "next/link"
import { ErrorState } from "@/components/ui/error-state"
import { ExactTime } from "@/components/ui/exact-time"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { Timeline, TimelineEntry } from "@/components/ui/timeline"
import type { DeviceChangeView } from "@/lib/domain/device"
import type { Listing } from "@/lib/domain/listing"
import { deviceChangesQuery } from "@/lib/queries/devices"
import { ChangeBadge, changeLooks } from "./change-badge"
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
      {changes.length > 0 && (
        <Timeline>
          {changes.map((change) => (
            <Entry key={change.id} change={change} />
          ))}
        </Timeline>
      )}
      {history.error !== null && (
        <ErrorState
          title="The rest cannot be shown"
          error={history.error}
          retry={() => void history.refetch()}
        />
      )}
      <LoadMore list={history} />
    </Panel>
  )
}

function Entry({ change }: { change: DeviceChangeView }) {
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
      <FieldChanges kind={change.kind} fields={change.fields} />
    </TimelineEntry>
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
