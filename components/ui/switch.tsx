"use client"
import { Switch as Base } from "@base-ui/react/switch"

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean }

/** On or off, taking effect at once or with the form it stands in. */
export function Switch({ label, checked, onChange, disabled = false }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside renders the control
    <label className="inline-flex items-center gap-2">
      <Base.Root
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="relative h-4.5 w-8 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-60"
      >
        <Base.Thumb className="block size-3.5 rounded-full bg-surface transition-transform data-checked:translate-x-3.5" />
      </Base.Root>
      <span>{label}</span>
    </label>
  )
}
