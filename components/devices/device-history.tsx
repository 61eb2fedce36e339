"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { ErrorState } from "@/components/ui/error-state"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { Timeline } from "@/components/ui/timeline"
import type { DeviceChangeView } from "@/lib/domain/device"
import type { Listing } from "@/lib/domain/listing"
import { deviceChangesQuery } from "@/lib/queries/devices"
import { ChangeEntry } from "./change-entry"

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
            <ChangeEntry key={change.id} change={change} />
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
