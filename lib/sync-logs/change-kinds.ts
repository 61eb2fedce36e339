import type { InventoryChangeKind } from "@/lib/domain/inventory-change"
import type { SyncChangeAction } from "@/lib/domain/sync-change"

/** The entry that a planned change makes in the history of its record, or leads to. */
export const kindOf: Record<SyncChangeAction, InventoryChangeKind> = {
  create: "created",
  update: "updated",
  link: "linked",
  rejoin: "restored",
  move: "linked",
  conflict: "linked",
  restore: "restored",
  missing: "retired",
  remove: "retired",
  hold: "retired",
  undo: "retired",
}

/** What an entry of the history is called among the actions of plans. */
export const actionOf: Record<InventoryChangeKind, SyncChangeAction> = {
  created: "create",
  updated: "update",
  edited: "update",
  linked: "link",
  retired: "remove",
  restored: "restore",
}
