import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { inventoryChangeKind } from "@/lib/domain/inventory-change"
import type { SyncChangeAction } from "@/lib/domain/sync-change"
import { type SyncChangeCounts, syncChangeCounts } from "@/lib/domain/sync-log-query"
import { actionOf } from "./change-kinds"
import { findSyncLog } from "./find-sync-log"

/** How many changes of each action a run made, or the plan of a preview would make (N-PLAN). Throws 404. */
export async function countSyncChanges(actor: Actor, syncLogId: string): Promise<SyncChangeCounts> {
  const { mode } = await findSyncLog(actor, syncLogId)
  const counted = mode === "sync" ? await countMade(syncLogId) : await countPlanned(syncLogId)
  return syncChangeCounts.parse(Object.fromEntries(counted))
}

async function countMade(syncLogId: string) {
  const where = { by: ["kind" as const], where: { syncLogId }, _count: true as const }
  const groups = [
    ...(await prisma().deviceChange.groupBy(where)),
    ...(await prisma().inventoryChange.groupBy(where)),
  ]
  const counts = new Map<SyncChangeAction, number>()
  for (const { kind, _count } of groups) {
    const action = actionOf[inventoryChangeKind.parse(kind)]
    counts.set(action, (counts.get(action) ?? 0) + _count)
  }
  return counts
}

async function countPlanned(syncLogId: string) {
  const groups = await prisma().syncChange.groupBy({ by: ["action"], where: { syncLogId }, _count: true })
  return groups.map(({ action, _count }) => [action, _count] as const)
}
