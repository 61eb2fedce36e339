"use client"
import { lazy } from "react"
import { FetchedPart } from "@/components/ui/fetched-part"
import { RadioCards } from "@/components/ui/radio-cards"
import { Skeleton } from "@/components/ui/skeleton"
import { Switch } from "@/components/ui/switch"
import { type ScheduleDraft, scheduleChoices } from "./schedule-draft"

type Props = {
  /** How a sync is spoken of: what the schedule does, and the button that does the same by hand. */
  words: { bySchedule: string; verb: string }
  draft: ScheduleDraft
  onChange: (change: Partial<ScheduleDraft>) => void
  errors: Record<string, string[]>
  /** When it runs without such a schedule, before "when somebody asks for it". */
  others?: string
}

const CronFields = lazy(() => import("./cron-fields"))

const choices = scheduleChoices.map(({ value, label }) => ({
  value: String(value),
  content: <span>{label}</span>,
}))

/** When an integration syncs by itself: an interval, set times, or only when somebody says so. */
export function ScheduleFields({ words, draft, onChange, errors, others }: Props) {
  const byHand = `when someone presses “${words.verb}” or asks through the API.`
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="mb-1.5 font-medium">{words.bySchedule}</p>
        <RadioCards
          label={words.bySchedule}
          value={String(draft.choice)}
          choices={choices}
          onChange={(chosen) => onChange({ choice: choiceOf(chosen) ?? draft.choice })}
          className="grid grid-cols-2 gap-2 sm:grid-cols-4"
        />
        {errors.syncInterval !== undefined && (
          <p className="mt-1 text-bad text-xs">{errors.syncInterval.join(" ")}</p>
        )}
      </div>
      {draft.choice === "cron" && (
        <FetchedPart name="The cron expression" fallback={<Skeleton className="h-36" />}>
          <CronFields draft={draft} onChange={onChange} errors={errors} />
        </FetchedPart>
      )}
      {draft.choice === "manual" ? (
        <p className="text-ink-soft">
          {others === undefined ? `Only ${byHand}` : `${others}, and ${byHand}`}
        </p>
      ) : (
        <div>
          <Switch
            label="Scheduled sync is on"
            checked={draft.syncEnabled}
            onChange={(syncEnabled) => onChange({ syncEnabled })}
          />
          <p className="mt-1 text-ink-faint text-xs">
            Off keeps the schedule and pauses it. A sync by hand works either way.
          </p>
        </div>
      )}
    </div>
  )
}

const choiceOf = (text: string): ScheduleDraft["choice"] | undefined =>
  scheduleChoices.find(({ value }) => String(value) === text)?.value
