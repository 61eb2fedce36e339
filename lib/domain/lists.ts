import { ineligibleItems } from "./ineligible-items"
import { isoCodes } from "./iso-codes"
import type { ListDefinition } from "./list-definition"
import type { ListId } from "./list-id"

/** Every list that can be published. */
export const lists: Record<ListId, ListDefinition> = {
  "ineligible-items": ineligibleItems,
  "iso-codes": isoCodes,
}
