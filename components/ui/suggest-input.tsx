"use client"
import { lazy, Suspense } from "react"
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
  const field = useField()
  return (
    <Suspense fallback={<Input value={props.value} readOnly />}>
      <Suggestions {...props} field={field} />
    </Suspense>
  )
}
