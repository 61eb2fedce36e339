"use client"
import { Checkbox as Base } from "@base-ui/react/checkbox"
import { Check, Minus } from "lucide-react"

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
  const Icon = isMixed ? Minus : Check
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      indeterminate={isMixed}
      onCheckedChange={onChange}
      className="grid size-4.5 shrink-0 place-items-center rounded-sm border border-line-strong bg-surface data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent"
    >
      <Base.Indicator className="text-accent-ink">
        <Icon aria-hidden className="size-3.5" strokeWidth={3} />
      </Base.Indicator>
    </Base.Root>
  )
}
