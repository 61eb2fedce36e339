import type { Actor } from "@/lib/domain/account"
import type { InventoryChangeView } from "@/lib/domain/inventory-change"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { listRowChanges } from "@/lib/inventory/history/list-row-changes"
import { getModel } from "./get-model"

/** A model's history, newest first: what changed, by which run or person (N-HISTORY). Throws 404. */
export async function listModelChanges(
  actor: Actor,
  modelId: string,
  query: ListQuery,
): Promise<Listing<InventoryChangeView>> {
  await getModel(actor, modelId)
  return listRowChanges(actor, modelId, query)
}
