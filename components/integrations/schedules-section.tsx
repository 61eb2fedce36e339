"use client"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { useClock } from "@/components/ui/clock"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { toast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { ScheduleEntry, ScheduleView } from "@/lib/domain/integration-schedule"
import { ScheduleRow } from "./schedule-row"
import { draftOf, emptyDraft, entryOf, type ScheduleDraft } from "./schedules-draft"

type Save = (input: {
  integrationId: string
  schedules: ScheduleEntry[]
}) => Promise<ActionResult<ScheduleView[]>>
type Props = { integrationId: string; initial: ScheduleView[]; save: Save }

/** Several schedules of one integration, each for something else (S2-SCHEDULE). */
export function SchedulesSection({ integrationId, initial, save }: Props) {
  const [rows, setRows] = useState<ScheduleDraft[]>(() => initial.map(draftOf))
  const [hasSome, setHasSome] = useState(initial.length > 0)
  const { timeZone } = useClock()
  const change = (key: string, part: Partial<ScheduleDraft>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const saving = useAction({
    act: () => save({ integrationId, schedules: rows.map(entryOf) }),
    onDone: (schedules) => {
      setRows(schedules.map(draftOf))
      setHasSome(schedules.length > 0)
      toast("The schedules were saved")
    },
    unanswered: "Nothing was saved; try again.",
  })
  return (
    <Panel title="Schedules">
      <div className="space-y-3 p-4">
        <p className="text-ink-soft">
          Each has a cron expression in a time zone of its own. Saved, they take the place of the single
          schedule above; a single schedule that is chosen later takes theirs.
        </p>
        {rows.map((row, place) => (
          <ScheduleRow
            key={row.key}
            row={row}
            errorsOf={(field) => saving.errors[`schedules.${place}.${field}`]}
            onChange={(part) => change(row.key, part)}
            onRemove={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
          />
        ))}
        {rows.length === 0 && hasSome && (
          <p className="text-ink-soft">Saved without any, the integration runs by hand only.</p>
        )}
        {saving.failure !== null && <Notice tone="bad" title={saving.failure} />}
        <div className="flex flex-wrap gap-2">
          <Button
            onClick={() => setRows((before) => [...before, emptyDraft(before.at(-1)?.timeZone ?? timeZone)])}
          >
            Add a schedule
          </Button>
          <Button
            variant="primary"
            busy={saving.isPending}
            // What it would save is no schedule in place of the single one
            reason={rows.length === 0 && !hasSome ? "Add a schedule first." : null}
            onClick={() => saving.run()}
          >
            Save schedules
          </Button>
        </div>
      </div>
    </Panel>
  )
}
