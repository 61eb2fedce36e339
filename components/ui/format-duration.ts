const steps = [
  { unit: "d", ms: 86_400_000 },
  { unit: "h", ms: 3_600_000 },
  { unit: "min", ms: 60_000 },
  { unit: "s", ms: 1000 },
] as const

/** Milliseconds in the two largest units that count: `840 ms`, `4.2 s`, `3 min 5 s`, `2 h`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  if (ms < 10_000) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`
  const at = steps.findIndex((step) => ms >= step.ms)
  const [large, small] = [steps[at], steps[at + 1]]
  if (large === undefined || small === undefined) return `${Math.floor(ms / 1000)} s`
  const count = Math.floor(ms / large.ms)
  const rest = Math.floor((ms - count * large.ms) / small.ms)
  return rest === 0 ? `${count} ${large.unit}` : `${count} ${large.unit} ${rest} ${small.unit}`
}
