import type { RemovalHoldView } from "@/lib/domain/removal-hold"

/** How many removals of an integration wait, over all its holds. */
export const heldOf = (holds: RemovalHoldView[], integrationId: string): number =>
  holds.filter((hold) => hold.integrationId === integrationId).reduce((sum, { records }) => sum + records, 0)
