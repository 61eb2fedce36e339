"use client"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import type { CatalogEntry } from "@/lib/domain/provider"
import { type IntegrationDraft, isShown, scopeSettings } from "./integration-draft"
import { ProviderFieldInput } from "./provider-field-input"
import type { CheckState } from "./use-check"

type Props = {
  entry: CatalogEntry
  draft: IntegrationDraft
  onChange: (change: Partial<IntegrationDraft>) => void
  errors: Record<string, string[]>
  /** The last check, which offers what can be chosen. */
  check: CheckState
}

/** What the integration is called and which part of the system it takes in. */
export function ScopeSection({ entry, draft, onChange, errors, check }: Props) {
  const choices = check.kind === "passed" ? check.check.choices : {}
  return (
    <div className="flex flex-col gap-4">
      <Field label="Name" help="How it is called in lists and in histories." errors={errors.name}>
        <Input
          value={draft.name}
          maxLength={200}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      {scopeSettings(entry)
        .filter((field) => isShown(field, draft))
        .map((field) => (
          <ProviderFieldInput
            key={field.key}
            field={field}
            value={draft.settings[field.key] ?? ""}
            onChange={(value) => onChange({ settings: { ...draft.settings, [field.key]: value } })}
            errors={errors[`settings.${field.key}`]}
            {...(field.choices !== undefined && { choices: choices[field.choices] ?? [] })}
          />
        ))}
    </div>
  )
}
