"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import Link from "next/link"
import { ExactTime } from "@/components/ui/exact-time"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import type { CircuitChangeView } from "@/lib/domain/circuit-view"
import type { Json } from "@/lib/domain/json"
import type { Listing } from "@/lib/domain/listing"
import { circuitChangesQuery } from "@/lib/queries/circuits"
import { fieldName, stageNames, statusName } from "./circuit-wording"

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
      <ol className="space-y-3 px-4 py-3">
        {changes.map((change) => (
          <li key={change.id}>
            <p className="flex flex-wrap gap-x-2 text-ink-soft text-xs">
              <ExactTime at={change.at} />
              <By change={change} />
            </p>
            {change.kind === "created" && <p>First seen</p>}
            <ul>
              {Object.entries(change.fields).map(([field, [before, after]]) => (
                <li key={field} className="wrap-anywhere">
                  <span className="text-ink-faint">{fieldName(field)}: </span>
                  {before !== null && (
                    <>
                      <del className="text-ink-soft">{words(field, before)}</del>
                      <span className="text-ink-faint"> → </span>
                    </>
                  )}
                  <ins className="no-underline">{after === null ? "nothing" : words(field, after)}</ins>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {history.error !== null && <p className="px-4 pb-3 text-bad">{history.error.message}</p>}
      <LoadMore list={history} />
    </Panel>
  )
}

function words(field: string, value: Json): string {
  if (typeof value !== "string") return JSON.stringify(value)
  if (field === "apiStatus") return statusName(value)
  if (field === "workflowStage")
    return Object.entries(stageNames).find(([stage]) => stage === value)?.[1] ?? value
  return value
}

function By({ change }: { change: CircuitChangeView }) {
  if (change.syncLogId === null) return change.actorName === null ? null : <span>by {change.actorName}</span>
  return (
    <Link href={`/syncs/${change.syncLogId}`} className="underline underline-offset-2 hover:text-ink">
      by a sync of {change.integrationName ?? "a deleted integration"}
    </Link>
  )
}
