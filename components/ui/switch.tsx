"use client"
import { useField } from "./field"

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean }

/** On or off, taking effect at once or with the form it stands in. */
export function Switch({ label, checked, onChange, disabled = false }: Props) {
  return (
    <label className="inline-flex w-fit items-center gap-2">
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is on
        role="switch"
        {...useField()}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="switch"
      />
      <span>{label}</span>
    </label>
  )
}
