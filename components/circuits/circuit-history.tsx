"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { knownValue } from "@/components/address/known-value"
import { changeLooks } from "@/components/devices/change-badge"
import { ChangeEntry } from "@/components/devices/change-entry"
import { ErrorState } from "@/components/ui/error-state"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { Timeline } from "@/components/ui/timeline"
import type { CircuitChangeView } from "@/lib/domain/circuit-view"
import type { Listing } from "@/lib/domain/listing"
import { circuitChangesQuery } from "@/lib/queries/circuits"
import { circuitWording } from "./circuit-wording"

/** What changed about a circuit, when, and by which run or person; newest first. */
export function CircuitHistory({ id, initial }: { id: string; initial: Listing<CircuitChangeView> }) {
  const history = useInfiniteQuery({
    ...circuitChangesQuery(id),
    initialData: { pages: [initial], pageParams: [null] },
  })
  const changes = history.data.pages.flatMap((page) => page.items)
  return (
    <Panel title="History">
      {changes.length === 0 && <p className="px-4 py-3 text-ink-soft">Nothing has been recorded yet.</p>}
      {changes.length > 0 && (
        <Timeline>
          {changes.map((change) => (
            <ChangeEntry
              key={change.id}
              change={{ ...change, kind: knownValue(changeLooks, change.kind) ?? "updated" }}
              wording={circuitWording}
            />
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
