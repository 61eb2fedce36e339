import { valuesOf } from "@/components/address/known-value"
import type { Tone } from "@/components/ui/badge"
import { count, formatNumber } from "@/components/ui/format-number"
import type { Noun } from "@/lib/domain/noun"
import type { SyncChangeAction } from "@/lib/domain/sync-change"
import type { SyncChangeCounts } from "@/lib/domain/sync-log-query"
import type { UnitsRead } from "./counts-apart"

type Words = {
  /** On the badge of a planned change. */
  planned: string
  /** What it is called once it was done. */
  done: string
  tone: Tone
  /** With its count, after "would". */
  would: (devices: number) => string
  /** What it means where no field is given. */
  means: string
}

/** What each action of a plan is called, in the order they are told. */
export const actionWords: Record<SyncChangeAction, Words> = {
  create: {
    planned: "Create",
    done: "Created",
    tone: "good",
    would: (n) => `create ${formatNumber(n)}`,
    means: "New in the source",
  },
  update: {
    planned: "Update",
    done: "Updated",
    tone: "live",
    would: (n) => `update ${formatNumber(n)}`,
    means: "No field that is kept in the history changes",
  },
  link: {
    planned: "Link",
    done: "Linked",
    tone: "live",
    would: (n) => `link ${formatNumber(n)} to devices with the same serial number`,
    means: "Joins the device with the same serial number",
  },
  rejoin: {
    planned: "Link and restore",
    done: "Linked and restored",
    tone: "good",
    would: (n) => `bring back ${formatNumber(n)} under another id`,
    means: "Joins a removed device with the same serial number, which comes back",
  },
  move: {
    planned: "Move",
    done: "Moved",
    tone: "live",
    would: (n) => `move ${formatNumber(n)} to the device that their new serial number names`,
    means: "Its serial number changed, so it leaves the device it was on",
  },
  conflict: {
    planned: "Conflict",
    done: "Conflict",
    tone: "warn",
    would: (n) => `find ${count(n, "serial conflict")}`,
    means: "Another record of this source has the same serial number; the older one gives the values",
  },
  restore: {
    planned: "Restore",
    done: "Restored",
    tone: "good",
    would: (n) => `restore ${formatNumber(n)}`,
    means: "The source has it again",
  },
  missing: {
    planned: "Mark missing",
    done: "Marked missing",
    tone: "quiet",
    would: (n) => `mark ${formatNumber(n)} as missing`,
    means: "Absent for the first time; removed when the next complete read misses it too",
  },
  remove: {
    planned: "Remove",
    done: "Removed",
    tone: "bad",
    would: (n) => `remove ${formatNumber(n)}`,
    means: "Absent from two complete reads",
  },
  hold: {
    planned: "Hold removal",
    done: "Removal held",
    tone: "warn",
    would: (n) => `hold ${count(n, "removal")} for an admin`,
    means: "So many are gone that an admin has to decide; it stays until then",
  },
  undo: {
    planned: "Remove again",
    done: "Removed again",
    tone: "bad",
    would: (n) => `remove ${formatNumber(n)} that the reverted run created or brought back`,
    means: "The reverted run created it or brought it back",
  },
}

/** The actions that occur, in the order they are told. */
export const actionsIn = (counts: SyncChangeCounts): SyncChangeAction[] =>
  valuesOf(actionWords).filter((action) => (counts[action] ?? 0) > 0)

/** A plan in words: `Would create 3, update 12 and remove 1.` */
export function planWords(
  counts: SyncChangeCounts,
  noun: Noun = "device",
  units: UnitsRead | null = null,
): string {
  if (noun === "list-item") return listPlanWords(counts)
  const parts = planParts(counts, units)
  const last = parts.pop()
  if (last === undefined) return "Would change nothing: the inventory is as the source says."
  return `Would ${parts.length === 0 ? last : `${parts.join(", ")} and ${last}`}.`
}

/** What a plan would do, after "would"; what it does to aggregates of planned units stands by itself, at the end. */
export function planParts(counts: SyncChangeCounts, units: UnitsRead | null): string[] {
  // A plan whose rows are kept no longer says nothing of units either
  const { created = 0, updated = 0 } = (allIn(counts) > 0 ? units : null) ?? {}
  const { create = 0, update = 0 } = counts
  const others = { ...counts, create: create - created, update: update - updated }
  const parts = actionsIn(others).map((action) => actionWords[action].would(others[action] ?? 0))
  return created + updated === 0 ? parts : [...parts, `change ${count(created + updated, "aggregate")}`]
}

/** A list is held as a whole: nothing of it is published meanwhile. */
function listPlanWords({ create = 0, remove = 0, hold = 0 }: SyncChangeCounts): string {
  if (hold > 0) return `Would hold the list for an admin: ${count(hold, "item")} of it would be gone.`
  if (create + remove === 0) return "Would publish nothing: the list is as it is published, or it is empty."
  return `Would publish the list: ${formatNumber(create)} added, ${formatNumber(remove)} gone.`
}

export const allIn = (counts: SyncChangeCounts): number =>
  actionsIn(counts).reduce((sum, action) => sum + (counts[action] ?? 0), 0)
