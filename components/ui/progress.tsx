/** A bar for work under way. `value` is 0 to 100, null while nobody knows how much there is. */
export function Progress({ label, value }: { label: string; value: number | null }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuetext={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(value !== null && { "aria-valuenow": value })}
      className="relative h-1.5 overflow-hidden rounded-full bg-line"
    >
      <div
        className={`h-full rounded-full ${value === null ? "bar-unmeasured" : "bg-live transition-[width] duration-500"}`}
        style={value === null ? undefined : { width: `${value}%` }}
      />
    </div>
  )
}
