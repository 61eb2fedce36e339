"use client"
import { useField } from "./field"
import { controlStyles } from "./input"
import { joinClasses } from "./join-classes"

export type Choice<T extends string = string> = { value: T; label: string }

export type SelectProps<T extends string> = {
  value: T
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  /** The accessible name, where no Field gives one. */
  label?: string
  disabled?: boolean
  className?: string
}

/** One of a few values: the browser's own list, which every keyboard, phone and screen reader knows. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { value, choices, onChange, label, disabled = false, className } = props
  const choose = (wanted: string) => {
    const chosen = choices.find((choice) => choice.value === wanted)
    if (chosen !== undefined) onChange(chosen.value)
  }
  return (
    <select
      {...useField()}
      {...(label !== undefined && { "aria-label": label })}
      value={value}
      disabled={disabled}
      onChange={(event) => choose(event.target.value)}
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
