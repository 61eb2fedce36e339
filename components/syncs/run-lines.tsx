"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { Button } from "@/components/ui/button"
import { useClock } from "@/components/ui/clock"
import { formatTime } from "@/components/ui/format-time"
import { Panel } from "@/components/ui/panel"
import { isRunning, type SyncLogLine, type SyncLogView } from "@/lib/domain/sync-log"
import { pollEvery } from "@/lib/queries/integrations"
import { syncLinesQuery } from "@/lib/queries/sync-logs"

/** What a run had to say, oldest first. */
export function RunLines({ run }: { run: SyncLogView }) {
  const lines = useInfiniteQuery({
    ...syncLinesQuery(run.id, "lines"),
    refetchInterval: isRunning(run.status) ? 3 * pollEvery.live : false,
  })
  const items = lines.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel title="Log">
      {lines.error !== null && <p className="px-4 py-3 text-bad">{lines.error.message}</p>}
      {lines.isSuccess && items.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">This run has written no lines.</p>
      )}
      {items.length > 0 && (
        <ol className="divide-y divide-line">
          {items.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
      {lines.hasNextPage && (
        <div className="border-line border-t p-2 text-center">
          <Button size="sm" busy={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
            Load more
          </Button>
        </div>
      )}
    </Panel>
  )
}

const tones: Record<SyncLogLine["level"], string> = {
  info: "text-ink-faint",
  warn: "text-warn",
  error: "text-bad",
}

function Line({ line }: { line: SyncLogLine }) {
  const { timeZone } = useClock()
  const at = new Date(line.at)
  const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone }).format(at)
  return (
    <li className="grid grid-cols-[4.5rem_3.5rem_1fr] gap-x-3 px-4 py-1.5 max-sm:grid-cols-[4.5rem_1fr]">
      <time
        dateTime={line.at}
        title={formatTime(at, timeZone)}
        className="font-mono text-ink-faint text-xs leading-5"
      >
        {clock}
      </time>
      <span className={`font-mono text-xs leading-5 ${tones[line.level]}`}>{line.level}</span>
      <span className="min-w-0 wrap-anywhere max-sm:col-span-2">{line.message}</span>
    </li>
  )
}
