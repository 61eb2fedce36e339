"use client"
import { useQuery } from "@tanstack/react-query"
import { useDeferredValue } from "react"
import { Skeleton } from "@/components/ui/skeleton"
import { formatPlannedTime } from "@/lib/domain/format-time"
import { cronPreviewQuery } from "@/lib/queries/schedule"

/** What a cron line means in plain words and when it runs next, or what is wrong with it. */
export function CronPreview({ cron, timeZone }: { cron: string; timeZone: string }) {
  const asked = { cron: useDeferredValue(cron.trim()), timeZone: useDeferredValue(timeZone) }
  const { data, error } = useQuery({ ...cronPreviewQuery(asked), enabled: asked.cron !== "" })
  if (asked.cron === "") return <p className="text-ink-faint">Enter an expression to see when it runs.</p>
  return (
    <div aria-live="polite" className="rounded-md bg-sunken px-3 py-2.5">
      {error !== null && <p className="text-bad">{error.message}</p>}
      {error === null && data === undefined && <Skeleton className="h-5 w-64" />}
      {error === null && data !== undefined && (
        <>
          <p className="font-medium">{data.words}</p>
          <p className="mt-2 text-ink-faint text-xs">Next runs</p>
          <ol className="mt-0.5 flex flex-wrap gap-x-5 gap-y-0.5 text-ink-soft tabular-nums">
            {data.nextRuns.map((at) => (
              <li key={at}>{formatPlannedTime(new Date(at), timeZone)}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
