"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useClock } from "@/components/ui/clock"
import { formatTime } from "@/components/ui/format-time"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { Select } from "@/components/ui/select"
import { isRunning, type SyncLogLine, type SyncLogView } from "@/lib/domain/sync-log"
import { lineLevel } from "@/lib/domain/sync-log-query"
import { pollEvery } from "@/lib/queries/integrations"
import { syncLinesQuery } from "@/lib/queries/sync-logs"
import { useRunAddress } from "./use-run-address"

const levels = [
  { value: "info", label: "Every line" },
  { value: "warn", label: "Warnings and errors" },
  { value: "error", label: "Errors" },
]

/** What a run had to say, oldest first; from a level on. */
export function RunLines({ run }: { run: SyncLogView }) {
  const { level, go } = useRunAddress()
  const lines = useInfiniteQuery({
    ...syncLinesQuery(run.id, "lines", level),
    refetchInterval: isRunning(run.status) ? 3 * pollEvery.live : false,
  })
  const items = lines.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel
      title="Log"
      aside={
        <Select
          label="Level"
          className="w-44"
          value={level}
          choices={levels}
          onChange={(next) => go({ level: lineLevel.safeParse(next).data ?? "info" })}
        />
      }
    >
      {lines.error !== null && <p className="px-4 py-3 text-bad">{lines.error.message}</p>}
      {lines.isSuccess && items.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">
          {level === "info" ? "This run has written no lines." : "This run has written no such line."}
        </p>
      )}
      {items.length > 0 && (
        <ol className="divide-y divide-line">
          {items.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
      <LoadMore list={lines} />
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
