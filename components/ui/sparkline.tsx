/** The course of a number over time as one small line; what it says must stand beside it in words. `values` oldest first. */
export function Sparkline({ values, className = "h-6 w-20" }: { values: number[]; className?: string }) {
  const largest = Math.max(1, ...values)
  const step = 100 / Math.max(1, values.length - 1)
  const points = values.map((value, place) => `${round(place * step)},${round(30 - (value / largest) * 28)}`)
  return (
    <svg
      viewBox="0 0 100 32"
      preserveAspectRatio="none"
      aria-hidden="true"
      className={`overflow-visible ${className}`}
    >
      <polyline
        points={points.join(" ")}
        fill="none"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
        className="stroke-accent"
      />
    </svg>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
