import { z } from "zod"
import { inventoryChangeView } from "./inventory-change"
import { listQuery } from "./listing"
import { subject } from "./noun"

/**
 * What happens to a record. `link`: it joins a device by serial, `rejoin` a retired one; `move`: its serial changed, and it
 * leaves the device of another record for its own; `conflict`: another record has its serial; `missing`: absent for the first
 * time, nothing else; `hold`: its removal waits for an admin; `undo`: what a reverted run created or brought back is removed
 * again. Changes that were made know only create, update, link, remove and restore.
 */
export const syncChangeAction = z.enum([
  "create",
  "update",
  "link",
  "rejoin",
  "move",
  "conflict",
  "restore",
  "missing",
  "remove",
  "hold",
  "undo",
])
export type SyncChangeAction = z.infer<typeof syncChangeAction>

/**
 * One change that a run made, or that the plan of a preview would make, with what it is about. `deviceId`, `deviceName` and
 * `serialNumber` are null where that is no device. `kind` is the entry it makes in the history; a planned `missing` or `hold` makes none yet, and is on its way to `retired`.
 */
export const syncChangeView = inventoryChangeView.extend(subject.shape).extend({
  /** The entry of the history; of a planned change its number within the plan. */
  id: z.string(),
  action: syncChangeAction,
  /** Null for a device that a plan would create. */
  deviceId: z.uuid().nullable(),
  deviceName: z.string().nullable(),
  serialNumber: z.string().nullable(),
  /** Null where the source has forgotten the device. */
  externalId: z.string().nullable(),
  /** Of a planned change, the stream whose record it is: `planned-units` change what a circuit's units add up to, not the circuit. */
  stream: z.string().optional(),
})
export type SyncChangeView = z.infer<typeof syncChangeView>

/** The query of `GET /api/sync-logs/:id/changes`. */
export const syncChangeQuery = listQuery.extend({ action: syncChangeAction.optional() })
export type SyncChangeQuery = z.infer<typeof syncChangeQuery>
