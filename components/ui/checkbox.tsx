"use client"

type Props = {
  /** The accessible name. */
  label: string
  checked: boolean
  /** Some of what it stands for is chosen. */
  isMixed?: boolean
  onChange: (checked: boolean) => void
}

/** Chosen or not; its name is read, not shown, for the row beside it says it. */
export function Checkbox({ label, checked, isMixed = false, onChange }: Props) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={checked}
      ref={(box) => {
        if (box !== null) box.indeterminate = isMixed
      }}
      onChange={(event) => onChange(event.target.checked)}
      className="tick block"
    />
  )
}
