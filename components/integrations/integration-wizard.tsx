"use client"
import { lazy, Suspense } from "react"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { FetchedPart } from "@/components/ui/fetched-part"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import type { Role } from "@/lib/domain/account"
import type { Catalog } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import type { ConnectActions, IntegrationActions } from "./integration-actions"
import { ProviderSection } from "./provider-section"
import { syncWords } from "./sync-words"
import { useWizard } from "./use-wizard"
import { WizardFooter } from "./wizard-footer"
import { stepNames, type WizardStep, WizardSteps } from "./wizard-steps"

type Props = {
  catalog: Catalog
  role: Role
  /** Why schedules of some providers would not run in this account. */
  scheduleNotes: Partial<Record<ProviderId, string>>
  actions: ConnectActions & IntegrationActions
}

const loadSteps = () => import("./later-steps")
const LaterSteps = lazy(loadSteps)
const WizardDone = lazy(() => import("./wizard-done"))

const leads = {
  provider: "Which system should Rollcall keep in step with?",
  connection: "Rollcall tries the connection now. It stores nothing before the last step.",
  review: "This is what will be stored.",
}

function leadOf(step: WizardStep, provider: string): string {
  if (step !== "settings" && step !== "schedule") return leads[step]
  return syncWords(nounOfProvider(provider))[step]
}

/** Connects a system step by step; going back loses nothing, leaving stores nothing (S4-WIZARD). */
export function IntegrationWizard({ catalog, role, scheduleNotes, actions }: Props) {
  const wizard = useWizard(catalog, actions, "addigy")
  if (wizard.created !== null) {
    return (
      <FetchedPart
        name={`${wizard.created.integration.name} is stored; what comes next`}
        fallback={<Skeleton className="h-48" />}
      >
        <WizardDone {...wizard.created} role={role} actions={actions} />
      </FetchedPart>
    )
  }
  return (
    <Panel label="Connect a system">
      <div className="border-line border-b px-3 py-2">
        <WizardSteps current={wizard.step} onGo={wizard.goTo} />
      </div>
      <form
        onPointerEnter={() => void loadSteps()}
        onFocus={() => void loadSteps()}
        onSubmit={(event) => {
          event.preventDefault()
          if (event.currentTarget === event.target) wizard.forward()
        }}
      >
        <div className="px-5 py-5">
          <h2
            key={wizard.step}
            tabIndex={-1}
            ref={focusAfterFirst}
            className="font-semibold text-base outline-none"
          >
            {stepNames[wizard.step]}
          </h2>
          <p className="mb-4 text-ink-soft">{leadOf(wizard.step, wizard.entry.id)}</p>
          <Suspense>
            {wizard.step === "provider" ? (
              <ProviderSection catalog={catalog} value={wizard.entry.id} onChange={wizard.choose} />
            ) : (
              <FetchedPart name="This step">
                <LaterSteps
                  step={wizard.step}
                  wizard={wizard}
                  scheduleNote={scheduleNotes[wizard.entry.id] ?? null}
                />
              </FetchedPart>
            )}
          </Suspense>
          {wizard.step === "review" && wizard.creation.failure !== null && (
            <div className="mt-4">
              <Notice tone="bad" title={wizard.creation.failure}>
                Nothing was stored. Go back to correct it.
              </Notice>
            </div>
          )}
        </div>
        <WizardFooter wizard={wizard} />
      </form>
    </Panel>
  )
}

/** A new step is announced by moving to its heading; the page's first paint leaves the focus where it is. */
function focusAfterFirst(heading: HTMLHeadingElement | null): void {
  if (heading !== null && heading.textContent !== stepNames.provider) heading.focus()
}
