"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { Button } from "@/components/ui/button"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import type { Role } from "@/lib/domain/account"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { syncLinesQuery } from "@/lib/queries/sync-logs"
import type { StartRun } from "./run-actions"
import { useStartRun } from "./use-start-run"

type Props = { run: SyncLogView; role: Role; preview: StartRun }

/** Why a kept plan could not be carried out: the records that changed since, and the way to a new plan (N-PLAN). */
export default function MovedRecords({ run, role, preview }: Props) {
  const lines = useInfiniteQuery(syncLinesQuery(run.id, "lines", { level: "warn" }))
  const next = useStartRun(() => preview({ integrationId: run.integrationId }), "The preview did not start")
  const moved = (lines.data?.pages.flatMap((page) => page.items) ?? []).filter(
    ({ externalId }) => externalId !== null,
  )
  return (
    <Panel
      title="Records that changed since the plan was made"
      aside={
        <Button
          size="sm"
          variant="primary"
          busy={next.isPending}
          reason={role === "VIEWER" ? "Viewers cannot start a preview." : null}
          onClick={() => next.start()}
        >
          New preview
        </Button>
      }
    >
      <ul className="divide-y divide-line">
        {moved.map(({ id, message, externalId }) => (
          <li key={id} className="px-4 py-2 wrap-anywhere">
            {message} <span className="font-mono text-ink-faint text-xs">{externalId}</span>
          </li>
        ))}
      </ul>
      <LoadMore list={lines} />
    </Panel>
  )
}
