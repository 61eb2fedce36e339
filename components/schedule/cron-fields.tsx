"use client"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { SuggestInput } from "@/components/ui/suggest-input"
import { CronPreview } from "./cron-preview"
import type { ScheduleDraft } from "./schedule-draft"

type Props = {
  draft: ScheduleDraft
  onChange: (change: Partial<ScheduleDraft>) => void
  errors: Record<string, string[]>
}

const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) => ({
  value: zone,
  label: zone,
}))

/** A cron line with its zone, told back in words with its next runs. */
export default function CronFields({ draft, onChange, errors }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Cron expression"
        help={
          <>
            Five fields: minute, hour, day of month, month, day of week.{" "}
            <code className="whitespace-nowrap font-mono">0 4 * * 1-5</code> is 04:00 on weekdays.
          </>
        }
        errors={errors.cron}
      >
        <Input
          value={draft.cron}
          onChange={(event) => onChange({ cron: event.target.value })}
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <Field label="Time zone" help="An IANA name, such as Europe/Berlin." errors={errors.timeZone}>
        <SuggestInput
          value={draft.timeZone}
          choices={zones}
          onChange={(timeZone) => onChange({ timeZone })}
        />
      </Field>
      <div className="sm:col-span-2">
        <CronPreview cron={draft.cron} timeZone={draft.timeZone} />
      </div>
    </div>
  )
}
