import type { RemovalHoldView } from "@/lib/domain/removal-hold"

/** How many removals of an integration wait, over all its holds; a list waits as one. */
export const heldOf = (holds: RemovalHoldView[], integrationId: string): number =>
  holds
    .filter((hold) => hold.integrationId === integrationId)
    .reduce((sum, { stream, records }) => sum + (stream === "list" ? 1 : records), 0)
