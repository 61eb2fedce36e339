"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { CodeView } from "@/components/ui/code-view"
import { ErrorState } from "@/components/ui/error-state"
import { count, formatNumber } from "@/components/ui/format-number"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import type { SyncLogLine, SyncLogView } from "@/lib/domain/sync-log"
import { syncLinesQuery } from "@/lib/queries/sync-logs"
import { groupRejects } from "./group-rejects"

/** Records that a run could not take, by reason. */
export default function RunRejects({ run }: { run: SyncLogView }) {
  const rejects = useInfiniteQuery(syncLinesQuery(run.id, "rejects"))
  const lines = rejects.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel title={`${count(run.counts.rejected, "record")} rejected`}>
      {rejects.error !== null && (
        <ErrorState
          title="The rejects cannot be shown"
          error={rejects.error}
          retry={() => void rejects.refetch()}
        />
      )}
      <div className="divide-y divide-line">
        {groupRejects(lines).map(({ reason, title, lines }) => (
          <details key={reason} open className="px-4 py-2.5">
            <summary className="font-medium">
              {title} <span className="font-normal text-ink-faint tabular-nums">({lines.length})</span>
            </summary>
            <ul className="mt-2 space-y-2">
              {lines.map((line) => (
                <RejectLine key={line.id} line={line} />
              ))}
            </ul>
          </details>
        ))}
      </div>
      <LoadMore
        list={rejects}
        note={`${formatNumber(lines.length)} of ${count(run.counts.rejected, "reject")} shown`}
      />
    </Panel>
  )
}

function RejectLine({ line }: { line: SyncLogLine }) {
  return (
    <li className="text-ink-soft wrap-anywhere">
      <p>{line.message}</p>
      <p className="font-mono text-ink-faint text-xs">
        {[line.externalId, line.path].filter((part) => part !== null).join(" · ")}
      </p>
      {line.sample != null && (
        <div className="mt-1">
          <CodeView what="record" value={line.sample} />
        </div>
      )}
    </li>
  )
}
