import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { type SyncChangeView, syncChangeView } from "@/lib/domain/sync-change"
import { findSyncLog } from "./find-sync-log"
import { selectRunChanges } from "./store"

type Row = Omit<SyncChangeView, "at"> & { at: Date }

/** What a run changed, device by device, in the order it was made. Throws 404. */
export async function listSyncChanges(
  actor: Actor,
  syncLogId: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<SyncChangeView>> {
  const after = decodeCursor(cursor, idKey)
  await findSyncLog(actor, syncLogId)
  const { rows } = await pool().query<Row>(selectRunChanges, [syncLogId, after?.[0] ?? null, limit + 1])
  const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id])
  return { items: items.map((row) => syncChangeView.parse({ ...row, at: row.at.toISOString() })), nextCursor }
}
