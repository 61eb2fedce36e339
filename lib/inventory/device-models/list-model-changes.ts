import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { type DeviceChangeView, deviceChangeView } from "@/lib/domain/device"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { getModel } from "./get-model"
import { selectModelChanges } from "./query/store"

type Row = Omit<DeviceChangeView, "at"> & { at: Date }

/** A model's history, newest first: what changed, by which run or person (N-HISTORY). Throws 404. */
export async function listModelChanges(
  actor: Actor,
  modelId: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<DeviceChangeView>> {
  const after = decodeCursor(cursor, idKey)
  await getModel(actor, modelId)
  const values = [actor.accountId, modelId, after?.[0] ?? null, limit + 1]
  const { rows } = await pool().query<Row>(selectModelChanges, values)
  const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id])
  return {
    items: items.map((row) => deviceChangeView.parse({ ...row, at: row.at.toISOString() })),
    nextCursor,
  }
}
