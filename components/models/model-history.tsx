"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { ChangeEntry } from "@/components/devices/change-entry"
import { ErrorState } from "@/components/ui/error-state"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { Timeline } from "@/components/ui/timeline"
import type { DeviceChangeView } from "@/lib/domain/device"
import type { Listing } from "@/lib/domain/listing"
import { modelChangesQuery } from "@/lib/queries/device-models"

type Props = { modelId: string; initial: Listing<DeviceChangeView> }

/** What changed about a model, when, and by which run or person; newest first (N-HISTORY). */
export function ModelHistory({ modelId, initial }: Props) {
  const history = useInfiniteQuery({
    ...modelChangesQuery(modelId),
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
