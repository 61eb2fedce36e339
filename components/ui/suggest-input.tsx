"use client"
import { lazy } from "react"
import { FetchedPart } from "./fetched-part"
import { useField } from "./field"
import { Input } from "./input"
import type { Choice } from "./select"

export type SuggestProps = {
  value: string
  /** What is offered by name; any other text is taken as it is. */
  choices: Choice[]
  onChange: (value: string) => void
  placeholder?: string
}

const Suggestions = lazy(() => import("./suggestions"))

/** A text input that offers known values while typing. A known value shows by its name. */
export function SuggestInput(props: SuggestProps) {
  const { value, choices, placeholder = "" } = props
  const field = useField()
  const text = choices.find((choice) => choice.value === value)?.label ?? value
  return (
    <FetchedPart name="This field" fallback={<Input value={text} placeholder={placeholder} readOnly />}>
      <Suggestions {...props} field={field} />
    </FetchedPart>
  )
}
