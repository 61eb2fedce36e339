import { holdListed, removeListed } from "@/lib/inventory/merge-rows/kept-plan/store"
import type { RowMerge } from "@/lib/inventory/merge-rows/scope"
import { holdAbsent, markMissing, retireAbsent, settleHolds } from "./store"

/** What the engine's guard lets happen to records that a read did not hold. */
export type Removals =
  | { kind: "none" }
  | { kind: "mark" }
  | { kind: "retire" }
  | { kind: "hold"; reason: string }
  | { kind: "listed"; planId: string }

/** Marks, retires or holds; `touched_rows` then names what was retired. `held` counts all that wait for an admin now. */
export async function applyRemovals(
  merge: RowMerge,
  removals: Removals,
  before: { known: number; held: number },
) {
  let removed = 0
  let held = before.held
  switch (removals.kind) {
    case "none":
      break
    case "mark":
      await markMissing(merge)
      break
    case "retire":
      removed = await retireAbsent(merge)
      await markMissing(merge)
      break
    case "hold":
      held = await holdAbsent(merge, removals.reason, before.known)
      await markMissing(merge)
      break
    case "listed":
      removed = await removeListed(merge, removals.planId)
      held = Math.max(held, await holdListed(merge, removals.planId))
  }
  await settleHolds(merge)
  return { removed, held }
}
