"use client"
import { Progress as Base } from "@base-ui/react/progress"

/** A bar for work under way. `value` is 0 to 100, null while nobody knows how much there is. */
export function Progress({ label, value }: { label: string; value: number | null }) {
  return (
    <Base.Root value={value} aria-label={label} aria-valuetext={label}>
      <Base.Track className="relative h-1.5 overflow-hidden rounded-full bg-line">
        <Base.Indicator
          className={`h-full rounded-full bg-live ${value === null ? "w-2/5 animate-slide" : "transition-[width] duration-500"}`}
        />
      </Base.Track>
    </Base.Root>
  )
}
