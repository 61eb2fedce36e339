import { z } from "zod"
import { listQuery } from "./listing"
import { syncChangeAction } from "./sync-change"
import { syncLogLine, syncMode, syncStatus } from "./sync-log"

/** The query of `GET /api/sync-logs`. */
export const syncListQuery = listQuery.extend({
  integrationId: z.uuid().optional(),
  status: syncStatus.optional(),
  mode: syncMode.optional(),
})
export type SyncListQuery = z.infer<typeof syncListQuery>

export const lineLevel = syncLogLine.shape.level
export type LineLevel = z.infer<typeof lineLevel>

/** The query of `GET /api/sync-logs/:id/lines`: lines of this level and of worse ones, all of them when left out. */
export const syncLineQuery = listQuery.extend({
  level: lineLevel.optional(),
  /** Part of a line in any case, or a whole external id. */
  search: z.string().trim().max(200).optional(),
})
export type SyncLineQuery = z.infer<typeof syncLineQuery>

/** `GET /api/sync-logs/:id/changes/counts`: how often each action occurs; those that do not are left out. */
export const syncChangeCounts = z.partialRecord(syncChangeAction, z.number().int())
export type SyncChangeCounts = z.infer<typeof syncChangeCounts>
