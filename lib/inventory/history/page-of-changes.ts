import { cutPage } from "@/lib/cursor"
import { type InventoryChangeView, inventoryChangeView } from "@/lib/domain/inventory-change"
import type { Listing } from "@/lib/domain/listing"

export type ChangeRow = Omit<InventoryChangeView, "at"> & { at: Date }

/** A page of a history out of its rows, of which one more than `limit` was asked for. */
export function pageOfChanges(rows: ChangeRow[], limit: number): Listing<InventoryChangeView> {
  const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id])
  return {
    items: items.map((row) => inventoryChangeView.parse({ ...row, at: row.at.toISOString() })),
    nextCursor,
  }
}
