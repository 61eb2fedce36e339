import { formatNumber } from "@/components/ui/format-number"
import { Sparkline } from "@/components/ui/sparkline"

export type Figure = { name: string; value: number; note: string; course?: number[] }

/** A few numbers that tell how large the fleet is and how it moves. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line lg:grid-cols-4">
      {figures.map(({ name, value, note, course }) => (
        <div key={name} className="bg-surface px-4 py-3">
          <dt className="text-ink-soft">{name}</dt>
          <dd>
            <span className="flex min-w-0 items-end justify-between gap-3 font-semibold text-2xl tabular-nums tracking-tight">
              {formatNumber(value)}
              {course?.some((value) => value > 0) && (
                <Sparkline values={course} className="mb-1.5 h-5 w-16 max-sm:hidden" />
              )}
            </span>
            <span className="text-ink-faint text-xs">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
