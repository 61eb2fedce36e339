"use client"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { SecretInput } from "@/components/ui/secret-input"
import { type Choice, Select } from "@/components/ui/select"
import { SuggestInput } from "@/components/ui/suggest-input"
import { Switch } from "@/components/ui/switch"
import { Textarea } from "@/components/ui/textarea"
import type { ProviderField } from "@/lib/domain/provider"

type Props = {
  field: ProviderField
  value: string
  onChange: (value: string) => void
  errors: string[] | undefined
  /** What a check offers for this field. */
  choices?: Choice[]
  /** A credential that is stored: it stays unless something is typed. */
  isStored?: boolean
  /** Shown as it is, not to be changed. */
  disabled?: boolean
}

/** One field of a provider, with its help beside it. */
export function ProviderFieldInput({ field, isStored = false, ...rest }: Props) {
  return (
    <Field
      label={field.label}
      optional={!field.required}
      errors={rest.errors}
      help={isStored ? `${field.help} It is set; leave this empty to keep it.` : field.help}
    >
      <Control field={field} isStored={isStored} {...rest} />
    </Field>
  )
}

function Control({ field, value, onChange, choices = [], isStored = false, disabled = false }: Props) {
  const placeholder = isStored ? "Set. Type to replace it." : (field.placeholder ?? "")
  if (field.kind === "select") {
    return <Select value={value} choices={field.options ?? []} onChange={onChange} disabled={disabled} />
  }
  if (field.kind === "password") {
    return (
      <SecretInput
        name={field.key}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  if (field.kind === "switch") {
    return (
      <Switch
        label={value === "true" ? "On" : "Off"}
        checked={value === "true"}
        onChange={(isOn) => onChange(isOn ? "true" : "false")}
      />
    )
  }
  if (field.kind === "json") {
    return (
      <Textarea
        name={field.key}
        value={value}
        rows={8}
        spellCheck={false}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  const offered = choices.length > 0 ? choices : (field.options ?? [])
  if (offered.length > 0) {
    return <SuggestInput value={value} choices={offered} onChange={onChange} placeholder={placeholder} />
  }
  return (
    <Input
      name={field.key}
      value={value}
      inputMode={inputModes[field.kind] ?? "text"}
      spellCheck={false}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

const inputModes: Partial<Record<ProviderField["kind"], "url" | "decimal">> = {
  url: "url",
  number: "decimal",
}
