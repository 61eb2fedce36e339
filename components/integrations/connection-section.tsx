"use client"
import { lazy } from "react"
import { Button } from "@/components/ui/button"
import { FetchedPart } from "@/components/ui/fetched-part"
import { Skeleton } from "@/components/ui/skeleton"
import type { CatalogEntry, ProviderField } from "@/lib/domain/provider"
import { CheckOutcome } from "./check-outcome"
import type { CheckInput, ConnectActions } from "./integration-actions"
import { connectionSettings, type IntegrationDraft, isShown } from "./integration-draft"
import { NeededGrants } from "./needed-grants"
import { ProviderFieldInput } from "./provider-field-input"
import type { CheckState } from "./use-check"

const SampleSection = lazy(() => import("./field-map/sample-section"))

type Props = {
  entry: CatalogEntry
  draft: IntegrationDraft
  onChange: (change: Partial<IntegrationDraft>) => void
  errors: Record<string, string[]>
  check: { state: CheckState; run: () => void }
  /** Fetches a few devices; and the connection as a draft of it says. */
  sample: { fetch: ConnectActions["sample"]; inputOf: (draft: IntegrationDraft) => CheckInput }
  /** Names of the credentials that are stored already. */
  stored?: string[]
  /** It exists already, and what makes it what it is stays. */
  isConnected?: boolean
}

/** Where the system is and how to get in, tried live before anything is stored. */
export function ConnectionSection(props: Props) {
  const { entry, draft, onChange, errors, check, sample, stored = [], isConnected = false } = props
  const wrong = check.state.kind === "refused" ? { ...errors, ...check.state.errors } : errors
  const shown = connectionSettings(entry).filter((field) => isShown(field, draft))
  const first = shown.slice(0, countBeforeCredentials(shown, entry))
  const withMapping = (mapping: string) => ({ settings: { ...draft.settings, mapping } })
  const inputs = (fields: ProviderField[]) =>
    fields.map((field) => (
      <ProviderFieldInput
        key={field.key}
        field={field}
        value={draft.settings[field.key] ?? ""}
        onChange={(value) => onChange({ settings: { ...draft.settings, [field.key]: value } })}
        errors={wrong[`settings.${field.key}`]}
        disabled={isConnected && field.isFixed === true}
      />
    ))
  return (
    <div className="flex flex-col gap-4">
      {inputs(first)}
      {entry.credentials
        .filter((field) => isShown(field, draft))
        .map((field) => (
          <ProviderFieldInput
            key={field.key}
            field={field}
            value={draft.credentials[field.key] ?? ""}
            onChange={(value) => onChange({ credentials: { ...draft.credentials, [field.key]: value } })}
            errors={wrong[`credentials.${field.key}`]}
            isStored={stored.includes(field.key)}
          />
        ))}
      {inputs(shown.slice(first.length))}
      <NeededGrants entry={entry} draft={draft} />
      {entry.hasSample === true && (
        <FetchedPart name="The field mapping" fallback={<Skeleton className="h-40" />}>
          <SampleSection
            fetchSample={sample.fetch}
            input={sample.inputOf(draft)}
            provider={entry.name}
            mapping={
              entry.settings.some(({ key }) => key === "mapping")
                ? {
                    text: draft.settings.mapping ?? "",
                    change: (mapping) => onChange(withMapping(mapping)),
                    inputWith: (mapping) => sample.inputOf({ ...draft, ...withMapping(mapping) }),
                  }
                : null
            }
          />
        </FetchedPart>
      )}
      <div className="flex flex-col items-start gap-3">
        <Button busy={check.state.kind === "checking"} onClick={check.run}>
          Check connection
        </Button>
        <CheckOutcome state={check.state} provider={entry.name} />
      </div>
    </div>
  )
}

/** Where a whole API is described, the secrets stand with the setting that asks for them, not below all the others. */
function countBeforeCredentials(shown: ProviderField[], { settings, credentials }: CatalogEntry): number {
  if (!settings.some(({ key }) => key === "mapping")) return shown.length
  return 1 + shown.findLastIndex(({ key }) => credentials.some(({ when }) => when?.key === key))
}
