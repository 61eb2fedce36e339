"use client"
import { useField } from "./field"
import { controlStyles } from "./input"
import { joinClasses } from "./join-classes"

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

/** One of a few values: the browser's own list, which every keyboard, phone and screen reader knows. */
export function Select({ value, choices, onChange, label, disabled = false, className }: Props) {
  return (
    <select
      {...useField()}
      {...(label !== undefined && { "aria-label": label })}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
      className={joinClasses(controlStyles, className)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
