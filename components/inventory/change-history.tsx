"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { ErrorState } from "@/components/ui/error-state"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { Timeline } from "@/components/ui/timeline"
import type { InventoryChangeView } from "@/lib/domain/inventory-change"
import type { Listing } from "@/lib/domain/listing"
import type { InventoryNoun } from "@/lib/domain/noun"
import { inventoryChangesQuery } from "@/lib/queries/inventory-changes"
import { ChangeEntry } from "./change-entry"

type Props = { noun: InventoryNoun; id: string; initial: Listing<InventoryChangeView> }

/** What changed about a device, model or circuit, when, and by which run or person; newest first (N-HISTORY). */
export function ChangeHistory({ noun, id, initial }: Props) {
  const history = useInfiniteQuery({
    ...inventoryChangesQuery(noun, id),
    initialData: { pages: [initial], pageParams: [null] },
  })
  const changes = history.data.pages.flatMap((page) => page.items)
  return (
    <Panel title="History">
      {changes.length === 0 && <p className="px-4 py-3 text-ink-soft">Nothing has been recorded yet.</p>}
      {changes.length > 0 && (
        <Timeline>
          {changes.map((change) => (
            <ChangeEntry key={change.id} noun={noun} change={change} />
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
