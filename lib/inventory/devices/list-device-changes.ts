import { decodeCursor, idKey } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { InventoryChangeView } from "@/lib/domain/inventory-change"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { type ChangeRow, pageOfChanges } from "@/lib/inventory/history/page-of-changes"
import { findDevice } from "./get-device"
import { selectChanges } from "./query-store"

/** A device's history, newest first: what changed, by which run or person (N-HISTORY). Throws 404. */
export async function listDeviceChanges(
  actor: Actor,
  deviceId: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<InventoryChangeView>> {
  const after = decodeCursor(cursor, idKey)
  await findDevice(actor, deviceId)
  const { rows } = await pool().query<ChangeRow>(selectChanges, [deviceId, after?.[0] ?? null, limit + 1])
  return pageOfChanges(rows, limit)
}
