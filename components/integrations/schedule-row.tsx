"use client"
import { choicesOf } from "@/components/address/choices"
import { CronPreview } from "@/components/schedule/cron-preview"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { Switch } from "@/components/ui/switch"
import { kindNames, kindOf, partOf, type ScheduleDraft } from "./schedules-draft"

const kinds = choicesOf(kindNames)

type Props = {
  row: ScheduleDraft
  errorsOf: (field: string) => string[] | undefined
  onChange: (part: Partial<ScheduleDraft>) => void
  onRemove: () => void
}

/** One schedule of several: what it does, when, and whether it is on. */
export function ScheduleRow({ row, errorsOf, onChange, onRemove }: Props) {
  const kind = kindOf(row)
  return (
    <fieldset className="min-w-0 rounded-md border border-line p-3">
      <legend className="float-left mb-3 w-full font-medium">{kindNames[kind]}</legend>
      <div className="clear-both grid gap-3 sm:grid-cols-2">
        <Field label="What it does">
          <Select value={kind} choices={kinds} onChange={(value) => onChange(partOf(value))} />
        </Field>
        {kind === "circuits" ? (
          <Field label="Job statuses" optional errors={errorsOf("filter")}>
            <Input
              placeholder="All that the settings name"
              value={row.filterText}
              spellCheck={false}
              onChange={(event) => onChange({ filterText: event.target.value })}
            />
          </Field>
        ) : (
          <span className="max-sm:hidden" />
        )}
        <Field label="Cron expression" errors={errorsOf("cron")}>
          <Input
            value={row.cron}
            spellCheck={false}
            className="font-mono"
            onChange={(event) => onChange({ cron: event.target.value })}
          />
        </Field>
        <Field label="Time zone" errors={errorsOf("timeZone")}>
          <Input
            value={row.timeZone}
            spellCheck={false}
            onChange={(event) => onChange({ timeZone: event.target.value })}
          />
        </Field>
        <div className="sm:col-span-2">
          <CronPreview cron={row.cron} timeZone={row.timeZone} />
        </div>
      </div>
      <div className="mt-3 flex items-center justify-between gap-3">
        <Switch
          label={row.enabled ? "On" : "Off"}
          checked={row.enabled}
          onChange={(enabled) => onChange({ enabled })}
        />
        <Button size="sm" variant="ghost" onClick={onRemove}>
          Remove
        </Button>
      </div>
    </fieldset>
  )
}
