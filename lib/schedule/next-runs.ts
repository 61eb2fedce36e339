import type { Schedule } from "@/lib/domain/schedule"
import { nextSyncAt } from "./next-sync-at"

/** The next `n` runs after `from`; fewer when the schedule ends, none when it is manual. */
export function nextRuns(schedule: Schedule, from: Date, n: number): Date[] {
  const runs: Date[] = []
  for (let last = from; runs.length < n; ) {
    const next = nextSyncAt({ schedule, from: last })
    if (next === null) break
    runs.push(next)
    last = next
  }
  return runs
}
