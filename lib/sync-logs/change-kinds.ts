import type { DeviceChangeKind } from "@/lib/domain/device"
import type { SyncChangeAction } from "@/lib/domain/sync-change"

/** The entry that a planned change makes in a device's history, or leads to. */
export const kindOf: Record<SyncChangeAction, DeviceChangeKind> = {
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
export const actionOf: Record<DeviceChangeKind, SyncChangeAction> = {
  created: "create",
  updated: "update",
  linked: "link",
  retired: "remove",
  restored: "restore",
}
