"use client"
import { CalendarClock } from "lucide-react"
import Link from "next/link"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { streamName } from "@/components/inventory/noun-wording"
import { intervalWords } from "@/components/schedule/schedule-draft"
import { useClock } from "@/components/ui/clock"
import { RelativeTime } from "@/components/ui/relative-time"
import { formatPlannedTime } from "@/lib/domain/format-time"
import type { IntegrationView } from "@/lib/domain/integration"
import { isOverdue } from "./integration-state"

/** The schedule in words and the next run with its zone, and why none will come or only later. */
export function NextSync({ integration }: { integration: IntegrationView }) {
  const { nextSyncAt, scheduleNote, scheduleWords, timeZone, hasSchedules } = integration
  const { now } = useClock()
  const isManual = integration.syncInterval === null && integration.cron === null && !hasSchedules
  return (
    <div className="flex min-w-0 flex-1 basis-72 items-start gap-2 text-ink-soft">
      <CalendarClock aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <div className="min-w-0">
        <p>
          {scheduleWords}
          {nextSyncAt !== null && (
            <>
              {". Next sync "}
              <RelativeTime at={nextSyncAt} isPlanned />
              <span className="tabular-nums"> ({formatPlannedTime(new Date(nextSyncAt), timeZone)})</span>
            </>
          )}
        </p>
        {isOverdue(integration, now) && (
          <p className="text-warn">
            No worker has taken it up yet. Whoever runs Rollcall should look at the workers.
          </p>
        )}
        <StreamIntervals integration={integration} />
        {scheduleNote !== null && !isManual && <ScheduleNote note={scheduleNote} integration={integration} />}
      </div>
    </div>
  )
}

/** Streams that are read at intervals of their own, where those are others than the integration's. */
function StreamIntervals({ integration: { streams, ...all } }: { integration: IntegrationView }) {
  const own = streams.flatMap(({ stream, syncInterval }) =>
    syncInterval === null || syncInterval === all.syncInterval
      ? []
      : [`${streamName(stream)} ${intervalWords(syncInterval)}`.toLowerCase()],
  )
  return own.length === 0 ? null : <p className="first-letter:uppercase">{own.join(", ")}</p>
}

/** Switched off on purpose is no news. A schedule that cannot run is set right in the account's settings. */
function ScheduleNote({ note, integration }: { note: string; integration: IntegrationView }) {
  if (!integration.syncEnabled) return <p>{note}</p>
  return (
    <p className="text-warn">
      {note}{" "}
      {integration.nextSyncAt === null && nounOfProvider(integration.provider) === "device" && (
        <Link href="/settings/account" className="underline underline-offset-2">
          Change the device source
        </Link>
      )}
    </p>
  )
}
