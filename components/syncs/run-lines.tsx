"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { choicesOf } from "@/components/address/choices"
import { useClock } from "@/components/ui/clock"
import { ErrorState } from "@/components/ui/error-state"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { SearchInput } from "@/components/ui/search-input"
import { Select } from "@/components/ui/select"
import { formatTime } from "@/lib/domain/format-time"
import { isRunning } from "@/lib/domain/is-running"
import type { SyncLogLine, SyncLogView } from "@/lib/domain/sync-log"
import { pollEvery } from "@/lib/queries/integrations"
import { syncLinesQuery } from "@/lib/queries/sync-logs"
import { levelNames } from "./sync-wording"
import { useRunAddress } from "./use-run-address"

const levels = choicesOf(levelNames)

/** What a run had to say, oldest first; from a level on, and searched. */
export default function RunLines({ run }: { run: SyncLogView }) {
  const { level, search, go } = useRunAddress()
  const lines = useInfiniteQuery({
    ...syncLinesQuery(run.id, "lines", { level, search }),
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
          onChange={(next) => go({ level: next })}
        />
      }
    >
      <div className="border-line border-b px-4 py-2.5">
        <SearchInput
          label="Search the log"
          placeholder="Part of a line, or a record’s id"
          value={search}
          onChange={(next) => go({ search: next })}
          className="max-w-sm"
        />
      </div>
      {lines.error !== null && (
        <ErrorState title="The log cannot be shown" error={lines.error} retry={() => void lines.refetch()} />
      )}
      {lines.isSuccess && items.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">
          {level === "info" && search === ""
            ? "This run has written no lines."
            : "This run has written no such line."}
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
