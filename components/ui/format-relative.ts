const units = [
  { unit: "min", ms: 60_000 },
  { unit: "h", ms: 3_600_000 },
  { unit: "d", ms: 86_400_000 },
  { unit: "mo", ms: 2_629_746_000 },
  { unit: "y", ms: 31_556_952_000 },
] as const

/** So far may a server's clock be ahead of the browser's before something that happened seems to be still to come. */
export const clockSkewMs = 120_000

/** The page's clock moves every few seconds, so that what has just happened can lie ahead of it. */
const clockLagMs = 6000

/** How far `at` is from `now`, both in epoch milliseconds: `just now`, `3 min ago`, `in 2 d`. Less ahead than `skewMs` is now. */
export function formatRelative(at: number, now: number, skewMs = 0): string {
  if (at > now && at - now < skewMs) return "just now"
  const distance = Math.abs(at - now)
  if (distance < 45_000) return at > now + clockLagMs ? "in a moment" : "just now"
  const fitting = units.filter(({ ms }) => distance >= ms * 0.95)
  const { unit, ms } = fitting.at(-1) ?? units[0]
  const words = `${Math.max(1, Math.round(distance / ms))} ${unit}`
  return at > now ? `in ${words}` : `${words} ago`
}
