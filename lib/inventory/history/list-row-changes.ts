import { decodeCursor, idKey } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { InventoryChangeView } from "@/lib/domain/inventory-change"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { type ChangeRow, pageOfChanges } from "./page-of-changes"
import { selectRowChanges } from "./store"

/** The history of a model or circuit that the account is known to have, newest first (N-HISTORY). */
export async function listRowChanges(
  { accountId }: Actor,
  id: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<InventoryChangeView>> {
  const after = decodeCursor(cursor, idKey)
  const values = [accountId, id, after?.[0] ?? null, limit + 1]
  const { rows } = await pool().query<ChangeRow>(selectRowChanges, values)
  return pageOfChanges(rows, limit)
}
