"use client"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { ScheduleFields } from "@/components/schedule/schedule-fields"
import { Disclosure } from "@/components/ui/disclosure"
import { AllowanceNote } from "./allowance-note"
import { ConnectionSection } from "./connection-section"
import { PaceFields } from "./pace-fields"
import { ReviewSection } from "./review-section"
import { ScopeSection } from "./scope-section"
import { SkippedSchedule } from "./skipped-schedule"
import { syncWords } from "./sync-words"
import type { useWizard } from "./use-wizard"
import type { WizardStep } from "./wizard-steps"

type Props = {
  step: Exclude<WizardStep, "provider">
  wizard: ReturnType<typeof useWizard>
  scheduleNote: string | null
}

/** What the steps after the first ask for. */
export default function LaterSteps({ step, wizard, scheduleNote }: Props) {
  const { entry, draft, pace, check, errors, change } = wizard
  switch (step) {
    case "connection":
      return (
        <ConnectionSection
          entry={entry}
          draft={draft}
          onChange={change}
          errors={errors}
          check={check}
          sample={wizard.sample}
        />
      )
    case "settings":
      return (
        <ScopeSection entry={entry} draft={draft} onChange={change} errors={errors} check={check.state} />
      )
    case "schedule":
      return (
        <>
          <ScheduleFields
            words={syncWords(nounOfProvider(entry.id))}
            draft={draft.schedule}
            onChange={(part) => change({ schedule: { ...draft.schedule, ...part } })}
            errors={errors}
          />
          {scheduleNote !== null && draft.schedule.choice !== "manual" && draft.schedule.syncEnabled && (
            <SkippedSchedule note={scheduleNote} />
          )}
          <div className="mt-4 empty:hidden">
            <AllowanceNote check={check.state} schedule={draft.schedule} pace={pace.draft} />
          </div>
          <Disclosure title="Pace">
            <PaceFields draft={pace.draft} error={pace.error} onChange={pace.change} />
          </Disclosure>
        </>
      )
    case "review":
      return <ReviewSection entry={entry} draft={draft} check={check.state} scheduleNote={scheduleNote} />
  }
}
