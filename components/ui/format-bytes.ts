const units = ["B", "kB", "MB", "GB"] as const

/** A size to three figures, in steps of 1000: `840 B`, `1.2 kB`, `34 MB`. */
export function formatBytes(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[step]}`
}
