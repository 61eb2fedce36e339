"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useState, useTransition } from "react"
import { useAction } from "@/components/actions/use-action"
import { toastFailure } from "@/components/ui/toast"
import type { IntegrationView } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import { integrationsQuery } from "@/lib/queries/integrations"
import type { ConnectActions, IntegrationActions } from "./integration-actions"
import { accessOf, connectionOf, type IntegrationDraft, inputOf, newDraft } from "./integration-draft"
import { newPace, type PaceDraft, readPace } from "./pace-draft"
import { useCheck } from "./use-check"
import { type WizardStep, wizardSteps } from "./wizard-steps"

type WizardActions = ConnectActions & Pick<IntegrationActions, "changeSyncSettings">

/** What was stored, and whether the provider was asked before. */
type Created = { integration: IntegrationView; isChecked: boolean }

/** The wizard's memory: the step, the draft, what the check said. Nothing of it is stored before `create`. */
export function useWizard(catalog: Catalog, actions: WizardActions, first: ProviderId) {
  const cache = useQueryClient()
  const [step, setStep] = useState<WizardStep>("provider")
  const [isMoving, startMoving] = useTransition()
  const [provider, setProvider] = useState(first)
  const [draft, setDraft] = useState<IntegrationDraft>(() => newDraft(catalog[first]))
  const [pace, setPace] = useState<PaceDraft>(() => newPace(catalog[first]))
  const [created, setCreated] = useState<Created | null>(null)
  const entry = catalog[provider]
  const tried = (of: IntegrationDraft) => ({ provider, ...connectionOf(of, entry) })
  const check = useCheck(actions.check, {
    input: tried(draft),
    access: accessOf(draft, entry),
  })

  /** The first step stays in sight until the fields of the others are there, which are fetched on demand. */
  const move = (to: WizardStep) => {
    if (step !== "provider") setStep(to)
    else if (!isMoving) startMoving(() => setStep(to))
  }
  const creation = useAction({
    act: (isChecked: boolean) => actions.create({ integration: inputOf(draft, entry), check: isChecked }),
    onDone: async (integration, isChecked) => {
      await keepPace(integration.id)
      await cache.invalidateQueries(integrationsQuery())
      setCreated({ integration, isChecked })
    },
    unanswered: "Nothing was stored; try again.",
  })
  const keepPace = async (integrationId: string) => {
    const { settings } = readPace(pace)
    if (settings === null || JSON.stringify(pace) === JSON.stringify(newPace(entry))) return
    const kept = await actions.changeSyncSettings({ integrationId, settings }).catch(() => null)
    if (kept === null)
      toastFailure(
        "It is connected, perhaps at its usual pace",
        "Rollcall did not answer when its pace was set. See under Edit whether it is.",
      )
    else if (!kept.ok) toastFailure("It is connected, at its usual pace", kept.message)
  }

  return {
    step,
    /** The next step was asked for and is not there yet. */
    isMoving,
    entry,
    draft,
    pace: { draft: pace, error: readPace(pace).error, change: setPace },
    check,
    sample: { fetch: actions.sample, inputOf: tried },
    created,
    creation: {
      run: () => creation.run(check.state.kind === "passed"),
      isPending: creation.isPending,
      failure: creation.failure,
    },
    errors: creation.errors,
    change: (change: Partial<IntegrationDraft>) => setDraft((before) => ({ ...before, ...change })),
    choose: (id: ProviderId) => {
      setProvider(id)
      if (id === provider) return
      setDraft(newDraft(catalog[id]))
      setPace(newPace(catalog[id]))
    },
    goTo: move,
    forward: () => move(wizardSteps[wizardSteps.indexOf(step) + 1] ?? step),
    back: () => move(wizardSteps[wizardSteps.indexOf(step) - 1] ?? step),
  }
}
