import { scheduleInputOf } from "@/components/schedule/schedule-draft"
import { ScheduleWords } from "@/components/schedule/schedule-words"
import { Fact, Facts } from "@/components/ui/facts"
import { None } from "@/components/ui/none"
import type { CatalogEntry, ProviderField } from "@/lib/domain/provider"
import { connectionSettings, type IntegrationDraft, isShown } from "./integration-draft"
import { SkippedSchedule } from "./skipped-schedule"
import type { CheckState } from "./use-check"

type Props = {
  entry: CatalogEntry
  draft: IntegrationDraft
  check: CheckState
  /** Why a schedule of it would not run. */
  scheduleNote: string | null
}

/** Everything that will be stored, to look over once more. Credentials only as being set. */
export function ReviewSection({ entry, draft, check, scheduleNote }: Props) {
  const schedule = scheduleInputOf(draft.schedule)
  const isManual = draft.schedule.choice === "manual"
  return (
    <div className="rounded-md border border-line">
      <Facts>
        <Fact name="System">{entry.name}</Fact>
        <Fact name="Name">{draft.name}</Fact>
        {entry.settings
          .filter((field) => isShown(field, draft))
          .map((field) => (
            <Fact key={field.key} name={field.label}>
              {wordsOf(field, draft.settings[field.key] ?? "", check) ?? (
                <None text={nothingOf(field, entry)} />
              )}
            </Fact>
          ))}
        {entry.credentials
          .filter((field) => isShown(field, draft))
          .map((field) => (
            <Fact key={field.key} name={field.label}>
              {draft.credentials[field.key] ? "Set; it will be stored encrypted" : <None text="not set" />}
            </Fact>
          ))}
        <Fact name="Connection">
          {check.kind === "passed"
            ? "Checked. It is tried once more, with these settings, before it is stored."
            : "Not checked. The first sync will show whether it works."}
          {check.kind === "passed" &&
            check.check.warnings.map((warning) => (
              <p key={warning} className="text-warn">
                {warning}
              </p>
            ))}
        </Fact>
        <Fact name="Schedule">
          <ScheduleWords {...schedule} />
          {!isManual && !schedule.syncEnabled && " (switched off)"}
          {!isManual && schedule.syncEnabled && scheduleNote !== null && (
            <SkippedSchedule note={scheduleNote} />
          )}
        </Fact>
      </Facts>
    </div>
  )
}

/** What it means that a setting is empty. Of the connection's own settings the placeholder is only an example. */
const nothingOf = (field: ProviderField, entry: CatalogEntry): string =>
  connectionSettings(entry).includes(field) ? "not set" : (field.placeholder ?? "not set")

/** A setting as it was chosen: the label of an option rather than its value. Null when not given. */
function wordsOf(field: ProviderField, value: string, check: CheckState): string | null {
  if (value === "") return null
  if (field.kind === "switch") return value === "true" ? "On" : "Off"
  const offered = check.kind === "passed" ? (check.check.choices[field.choices ?? ""] ?? []) : []
  return [...(field.options ?? []), ...offered].find((option) => option.value === value)?.label ?? value
}
