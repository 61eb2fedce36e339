import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { type DeviceChangeView, deviceChangeView } from "@/lib/domain/device"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { findDevice } from "./get-device"
import { selectChanges } from "./query-store"

type Row = Omit<DeviceChangeView, "at"> & { at: Date }

/** A device's history, newest first: what changed, by which run or person (N-HISTORY). Throws 404. */
export async function listDeviceChanges(
  actor: Actor,
  deviceId: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<DeviceChangeView>> {
  const after = decodeCursor(cursor, idKey)
  await findDevice(actor, deviceId)
  const { rows } = await pool().query<Row>(selectChanges, [deviceId, after?.[0] ?? null, limit + 1])
  const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id])
  return {
    items: items.map((row) => deviceChangeView.parse({ ...row, at: row.at.toISOString() })),
    nextCursor,
  }
}
