/** Seconds to wait after each failed attempt, as Standard Webhooks proposes: the eighth and last comes after 31 hours. */
const waits = [5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600]

/** When something that did not reach its receiver is tried again; null when it was tried often enough. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait * 1000)
}
