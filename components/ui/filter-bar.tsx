"use client"
import type { ReactNode } from "react"
import { Button } from "./button"

type Props = {
  /** Search and selects; what they say lives in the address, so that a view can be sent to somebody. */
  children: ReactNode
  /** Whether anything is filtered away. */
  isFiltered: boolean
  onClear: () => void
  /** What belongs to the list but filters nothing, at the end of the bar. */
  aside?: ReactNode
}

/** What narrows the list below it. */
export function FilterBar({ children, isFiltered, onClear, aside }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {children}
      {isFiltered && (
        <Button variant="ghost" onClick={onClear}>
          Clear<span className="sr-only"> filters</span>
        </Button>
      )}
      {aside !== undefined && <div className="ml-auto flex items-center gap-2">{aside}</div>}
    </div>
  )
}
