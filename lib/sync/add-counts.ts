import type { SyncCounts } from "@/lib/domain/sync-log"
import type { ApplyTally, PlanTally } from "./stream-target"

type Done = { tally: PlanTally; done: ApplyTally; rejected: number }

export const addCounts = (before: SyncCounts, { tally, done, rejected }: Done): SyncCounts => ({
  created: before.created + tally.created,
  updated: before.updated + tally.updated,
  unchanged: before.unchanged + tally.unchanged,
  removed: before.removed + done.removed,
  restored: before.restored + tally.restored,
  rejected: before.rejected + rejected,
  held: before.held + done.held,
  conflicts: before.conflicts + tally.conflicts,
})
