"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { versionPath } from "@/components/lists/list-address"
import { changeWords, stateOf, versionName } from "@/components/lists/list-wording"
import { Badge } from "@/components/ui/badge"
import { ErrorState } from "@/components/ui/error-state"
import { count } from "@/components/ui/format-number"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import { isRunning } from "@/lib/domain/is-running"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { listsOfRunQuery } from "@/lib/queries/lists"

/** The list that a run published or held, with the way to what is different about it. */
export default function RunLists({ run }: { run: SyncLogView }) {
  const { data, error, refetch } = useQuery(listsOfRunQuery(run.id))
  return (
    <Panel title="The list">
      {error !== null && (
        <ErrorState title="The list cannot be shown" error={error} retry={() => void refetch()} />
      )}
      {data === undefined && error === null && (
        <div className="p-4">
          <Skeleton className="h-6" />
        </div>
      )}
      {data?.items.length === 0 && <p className="px-4 py-3 text-ink-soft">{noList(run)}</p>}
      <ul className="divide-y divide-line">
        {data?.items.map((version) => {
          const { tone, label } = stateOf(version)
          return (
            <li key={version.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
              <Link
                href={versionPath(version.id)}
                className="font-medium underline decoration-line-strong underline-offset-2 hover:decoration-ink"
              >
                {versionName(version)}
              </Link>
              <Badge tone={tone}>{label}</Badge>
              <span className="text-ink-soft tabular-nums">
                {count(version.items, "item")}: {changeWords(version)}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function noList({ status, counts }: SyncLogView): string {
  if (isRunning(status)) return "Nothing has been published yet."
  if (status === "FAILED" || status === "CANCELLED")
    return "None: this run did not come to its end. What was published before stays."
  return counts.held > 0
    ? "Not published: an admin has dismissed this very list, or a later run brought another that waits."
    : "Not published again: it is what lies in S3 already."
}
