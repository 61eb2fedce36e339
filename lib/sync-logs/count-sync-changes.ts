import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { deviceChangeKind } from "@/lib/domain/device"
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
  const groups = await prisma().deviceChange.groupBy({ by: ["kind"], where: { syncLogId }, _count: true })
  return groups.map(({ kind, _count }) => [actionOf[deviceChangeKind.parse(kind)], _count] as const)
}

async function countPlanned(syncLogId: string) {
  const groups = await prisma().syncChange.groupBy({ by: ["action"], where: { syncLogId }, _count: true })
  return groups.map(({ action, _count }) => [action, _count] as const)
}
