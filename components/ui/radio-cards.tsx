"use client"
import { type ReactNode, useId } from "react"
import { joinClasses } from "./join-classes"

type Props<T extends string> = {
  /** The accessible name of the group. */
  label: string
  value: T
  choices: { value: T; content: ReactNode }[]
  onChange: (value: T) => void
  className?: string
}

/** One of several, each in a box of its own that may hold more than a word. The arrow keys go from one to the next. */
export function RadioCards<T extends string>({ label, value, choices, onChange, className }: Props<T>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={className}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={joinClasses(
            "flex gap-3 rounded-md border border-line bg-surface p-2.5 hover:border-line-strong",
            "has-checked:border-accent has-checked:bg-accent-soft/60",
          )}
        >
          <span className="flex min-w-0 flex-1 gap-3">{choice.content}</span>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="choice mt-0.5"
          />
        </label>
      ))}
    </div>
  )
}
