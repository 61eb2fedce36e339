"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { Select } from "@/components/ui/select"
import { Switch } from "@/components/ui/switch"
import { toast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { ScheduleEntry, ScheduleView } from "@/lib/domain/integration-schedule"

type Save = (input: {
  integrationId: string
  schedules: ScheduleEntry[]
}) => Promise<ActionResult<ScheduleView[]>>
type Draft = ScheduleEntry & { key: string; filterText: string }
type Props = { integrationId: string; initial: ScheduleView[]; save: Save }

const kinds = [
  { value: "circuits", label: "Read circuits" },
  { value: "planned-units", label: "Read planned units" },
  { value: "snapshots", label: "Take snapshots" },
]

/** Several schedules of one integration, each for something else (S2-SCHEDULE). */
export function SchedulesSection({ integrationId, initial, save }: Props) {
  const [rows, setRows] = useState<Draft[]>(() => initial.map(draftOf))
  const change = (key: string, part: Partial<Draft>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const saving = useMutation({
    mutationFn: () => save({ integrationId, schedules: rows.map(entryOf) }),
    onSuccess: (result) => {
      if (!result.ok) return
      setRows(result.value.map(draftOf))
      toast("The schedules were saved")
    },
  })
  const refused = saving.data?.ok === false ? saving.data.message : null
  return (
    <Panel title="Schedules">
      <div className="space-y-3 p-4">
        <p className="text-ink-soft">
          Times are cron expressions in their own zone. Saving these ends a single schedule above, and
          choosing one above ends these.
        </p>
        {rows.map((row) => (
          <ScheduleRow
            key={row.key}
            row={row}
            words={initial.find(({ id }) => id === row.key)?.words ?? null}
            onChange={(part) => change(row.key, part)}
            onRemove={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
          />
        ))}
        {refused !== null && <Notice tone="bad" title={refused} />}
        <div className="flex gap-2">
          <Button onClick={() => setRows((before) => [...before, emptyRow()])}>Add a schedule</Button>
          <Button variant="primary" busy={saving.isPending} onClick={() => saving.mutate()}>
            Save schedules
          </Button>
        </div>
      </div>
    </Panel>
  )
}

type RowProps = {
  row: Draft
  words: string | null
  onChange: (part: Partial<Draft>) => void
  onRemove: () => void
}

function ScheduleRow({ row, words, onChange, onRemove }: RowProps) {
  const kind = kindOf(row)
  return (
    <fieldset className="grid gap-2 rounded-md border border-line p-3 sm:grid-cols-[11rem_1fr_8rem_11rem_auto_auto]">
      <legend className="px-1 text-ink-faint text-xs">{words ?? "New schedule"}</legend>
      <Select
        label="What it does"
        value={kind}
        choices={kinds}
        onChange={(value) => onChange(partOf(value))}
      />
      {kind === "circuits" ? (
        <Input
          aria-label="Job statuses"
          placeholder="All statuses that are set"
          value={row.filterText}
          onChange={(event) => onChange({ filterText: event.target.value })}
        />
      ) : (
        <span />
      )}
      <Input
        aria-label="Cron expression"
        value={row.cron}
        spellCheck={false}
        onChange={(event) => onChange({ cron: event.target.value })}
      />
      <Input
        aria-label="Time zone"
        value={row.timeZone}
        spellCheck={false}
        onChange={(event) => onChange({ timeZone: event.target.value })}
      />
      <Switch
        label={row.enabled ? "On" : "Off"}
        checked={row.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
      <Button variant="ghost" onClick={onRemove}>
        Remove
      </Button>
    </fieldset>
  )
}

const draftOf = (view: ScheduleView): Draft => ({
  ...entryFields(view),
  key: view.id,
  filterText: view.filter.join(", "),
})

const entryFields = ({ task, streams, filter, cron, timeZone, enabled }: ScheduleEntry): ScheduleEntry => ({
  task,
  streams,
  filter,
  cron,
  timeZone,
  enabled,
})

const entryOf = (row: Draft): ScheduleEntry => ({
  ...entryFields(row),
  filter: row.filterText.split(/[,\s]+/).filter((part) => part !== ""),
})

const emptyRow = (): Draft => ({
  task: "read",
  streams: ["circuits"],
  filter: [],
  filterText: "",
  cron: "30 4 * * 1-5",
  timeZone: "America/New_York",
  enabled: true,
  key: crypto.randomUUID(),
})

function kindOf({ task, streams }: ScheduleEntry): string {
  if (task === "snapshots") return "snapshots"
  return streams.includes("planned-units") && !streams.includes("circuits") ? "planned-units" : "circuits"
}

function partOf(kind: string): Partial<Draft> {
  if (kind === "snapshots") return { task: "snapshots", streams: [], filterText: "" }
  if (kind === "planned-units") return { task: "read", streams: ["planned-units"], filterText: "" }
  return { task: "read", streams: ["circuits"] }
}
