import { noCounts, type SyncCounts, syncCounts } from "@/lib/domain/sync-log"

/** The counts that a run's column holds; what it does not name is 0. */
export function countsOf(column: unknown): SyncCounts {
  return syncCounts.parse(Object.assign({}, noCounts, column))
}
