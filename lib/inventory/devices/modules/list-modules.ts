import { z } from "zod"
import { cutPage, decodeCursor } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { type DeviceModuleView, deviceModuleView } from "@/lib/domain/device"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { findDevice } from "@/lib/inventory/devices/get-device"
import { selectModules } from "./store"

type Times = { lastActivityAt: Date | null; changedAt: Date; knownAt: Date }
type Row = Omit<DeviceModuleView, keyof Times> & Times & { externalId: string }

const moduleKey = z.tuple([z.string().max(512), z.uuid(), z.string().max(512)])

/** What a device runs, by name, as its sources last said. Throws 404. */
export async function listModules(
  actor: Actor,
  deviceId: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<DeviceModuleView>> {
  const after = decodeCursor(cursor, moduleKey) ?? [null, null, null]
  await findDevice(actor, deviceId)
  const { rows } = await pool().query<Row>(selectModules, [deviceId, ...after, limit + 1])
  const { items, nextCursor } = cutPage(rows, limit, (row) => [row.name, row.integrationId, row.externalId])
  return { items: items.map(moduleView), nextCursor }
}

const moduleView = (row: Row): DeviceModuleView =>
  deviceModuleView.parse({
    ...row,
    lastActivityAt: row.lastActivityAt?.toISOString() ?? null,
    changedAt: row.changedAt.toISOString(),
    knownAt: row.knownAt.toISOString(),
  })
