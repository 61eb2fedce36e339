"use client"
import { Radio } from "@base-ui/react/radio"
import { RadioGroup } from "@base-ui/react/radio-group"
import { Switch } from "@/components/ui/switch"
import { CronFields } from "./cron-fields"
import { type ScheduleDraft, scheduleChoices } from "./schedule-draft"

type Props = {
  draft: ScheduleDraft
  onChange: (change: Partial<ScheduleDraft>) => void
  errors: Record<string, string[]>
}

/** When an integration syncs by itself: an interval, set times, or only when somebody says so. */
export function ScheduleFields({ draft, onChange, errors }: Props) {
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p id="schedule-label" className="mb-1.5 font-medium">
          Sync devices
        </p>
        <RadioGroup
          aria-labelledby="schedule-label"
          value={draft.choice}
          onValueChange={(choice: ScheduleDraft["choice"]) => onChange({ choice })}
          className="grid grid-cols-2 gap-2 sm:grid-cols-4"
        >
          {scheduleChoices.map(({ value, label }) => (
            <Choice key={value} value={value} label={label} />
          ))}
        </RadioGroup>
        {errors.syncInterval !== undefined && (
          <p className="mt-1 text-bad text-xs">{errors.syncInterval.join(" ")}</p>
        )}
      </div>
      {draft.choice === "cron" && <CronFields draft={draft} onChange={onChange} errors={errors} />}
      {draft.choice === "manual" ? (
        <p className="text-ink-soft">
          It syncs only when someone presses “Sync Devices Now” or asks through the API.
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

function Choice({ value, label }: { value: ScheduleDraft["choice"]; label: string }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside renders the control
    <label className="flex h-9 items-center gap-2 rounded-md border border-line bg-surface px-2.5 hover:border-line-strong has-data-checked:border-accent has-data-checked:bg-accent-soft">
      <Radio.Root
        value={value}
        className="grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-surface data-checked:border-accent data-checked:bg-accent"
      >
        <Radio.Indicator className="size-1.5 rounded-full bg-accent-ink" />
      </Radio.Root>
      <span className="truncate">{label}</span>
    </label>
  )
}
