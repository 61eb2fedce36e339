"use client"
import { Select as Base } from "@base-ui/react/select"
import { Check, ChevronsUpDown } from "lucide-react"
import { twMerge } from "tailwind-merge"
import { controlStyles } from "./input"
import { usePortalPlace } from "./portal-place"

export type Choice = { value: string; label: string }

type Props = {
  value: string
  choices: Choice[]
  onChange: (value: string) => void
  /** The accessible name, where no Field gives one. */
  label?: string
  disabled?: boolean
  className?: string
}

/** One of a few values. */
export function Select({ value, choices, onChange, label, disabled = false, className }: Props) {
  return (
    <Base.Root
      items={choices}
      value={value}
      disabled={disabled}
      onValueChange={(next: string | null) => next !== null && onChange(next)}
    >
      <Base.Trigger
        {...(label !== undefined && { "aria-label": label })}
        className={twMerge(controlStyles, "flex items-center justify-between gap-2 text-left", className)}
      >
        <Base.Value className="truncate" />
        <Base.Icon>
          <ChevronsUpDown aria-hidden className="size-3.5 text-ink-faint" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal container={usePortalPlace()}>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) max-w-[min(24rem,90vw)] overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-overlay outline-none">
            {choices.map((choice) => (
              <Item key={choice.value} choice={choice} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Item({ choice }: { choice: Choice }) {
  return (
    <Base.Item
      value={choice.value}
      className="grid cursor-default grid-cols-[1rem_1fr] items-center gap-2 rounded-sm py-1.5 pr-3 pl-2 text-sm outline-none data-highlighted:bg-accent-soft"
    >
      <Base.ItemIndicator>
        <Check aria-hidden className="size-4 text-accent" />
      </Base.ItemIndicator>
      <Base.ItemText className="col-start-2 wrap-anywhere">{choice.label}</Base.ItemText>
    </Base.Item>
  )
}
