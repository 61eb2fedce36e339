"use client"

type Props = { label: string; checked: boolean; onChange: (isOn: boolean) => void }

/** A switch whose name is read and not shown, for its row and column say it. */
export function RuleSwitch({ label, checked, onChange }: Props) {
  return (
    <input
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is on
      role="switch"
      aria-label={label}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      className="switch"
    />
  )
}
