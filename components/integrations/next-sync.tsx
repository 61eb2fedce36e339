"use client"
import { CalendarClock } from "lucide-react"
import Link from "next/link"
import { ScheduleWords } from "@/components/schedule/schedule-words"
import { formatPlannedTime } from "@/components/ui/format-time"
import { RelativeTime } from "@/components/ui/relative-time"
import type { IntegrationView } from "@/lib/domain/integration"

/** The schedule in words and the next run with its zone, or why none will come. */
export function NextSync({ integration }: { integration: IntegrationView }) {
  const { nextSyncAt, scheduleNote, timeZone } = integration
  const isManual = integration.syncInterval === null && integration.cron === null
  return (
    <div className="flex items-start gap-2 text-ink-soft">
      <CalendarClock aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <div className="min-w-0">
        <p>
          <ScheduleWords {...integration} />
          {nextSyncAt !== null && scheduleNote === null && (
            <>
              {". Next sync "}
              <RelativeTime at={nextSyncAt} />
              <span className="tabular-nums"> ({formatPlannedTime(new Date(nextSyncAt), timeZone)})</span>
            </>
          )}
        </p>
        {scheduleNote !== null && !isManual && (
          <ScheduleNote note={scheduleNote} isSwitchedOff={!integration.syncEnabled} />
        )}
      </div>
    </div>
  )
}

/** Switched off on purpose is no news; a schedule that cannot run is, and is set right in the account's settings. */
function ScheduleNote({ note, isSwitchedOff }: { note: string; isSwitchedOff: boolean }) {
  if (isSwitchedOff) return <p>{note}</p>
  return (
    <p className="text-warn">
      {note}{" "}
      <Link href="/settings/account" className="underline underline-offset-2">
        Change the device source
      </Link>
    </p>
  )
}
