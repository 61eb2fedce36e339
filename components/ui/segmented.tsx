"use client"
import type { LucideIcon } from "lucide-react"
import { useId } from "react"

type Segment<T extends string> = { value: T; label: string; Icon?: LucideIcon }

type Props<T extends string> = {
  /** The accessible name of the group. */
  label: string
  value: T
  /** Two to four; one with an icon shows that alone, with its label as the name. */
  segments: readonly Segment<T>[]
  onChange: (value: T) => void
}

/** One of very few, all in sight, taking effect at once. */
export function Segmented<T extends string>({ label, value, segments, onChange }: Props<T>) {
  const name = useId()
  return (
    <fieldset className="flex w-fit gap-0.5 rounded-md border border-line p-0.5">
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          title={segment.Icon === undefined ? undefined : segment.label}
          className="relative grid h-6 min-w-8 cursor-pointer place-items-center rounded-sm px-1.5 text-ink-soft text-xs hover:text-ink has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={value === segment.value}
            onChange={() => onChange(segment.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {segment.Icon !== undefined && <segment.Icon aria-hidden className="size-3.5" />}
          <span className={segment.Icon === undefined ? "" : "sr-only"}>{segment.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
