import { z } from "zod"
import { cutPage, decodeCursor } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { type DeviceModelQuery, type DeviceModelView, deviceModelView } from "@/lib/domain/device-model"
import type { Listing } from "@/lib/domain/listing"
import { type ModelRow, modelFromRow } from "./model-row"
import { selectModels } from "./query/store"

const nameKey = z.tuple([z.string().max(512), z.uuid()])

/** The account's models by name, with how many devices name each. */
export async function listModels(
  actor: Actor,
  { limit, cursor, search = "", kind, integrationId, includeRetired }: DeviceModelQuery,
): Promise<Listing<DeviceModelView>> {
  const after = decodeCursor(cursor, nameKey)
  const { rows } = await pool().query<ModelRow>(selectModels, [
    actor.accountId,
    search === "" ? null : `%${search.replace(/[\\%_]/g, "\\$&")}%`,
    kind ?? null,
    integrationId ?? null,
    includeRetired,
    after?.[0] ?? null,
    after?.[1] ?? null,
    limit + 1,
  ])
  const { items, nextCursor } = cutPage(rows, limit, ({ fields, id }) => [fields.name, id])
  const page = { items: items.map((row) => deviceModelView.parse(modelFromRow(row))), nextCursor }
  return after === null && nextCursor === null ? { ...page, total: items.length } : page
}
