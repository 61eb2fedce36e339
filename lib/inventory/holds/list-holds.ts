import { z } from "zod"
import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { nounOf } from "@/lib/domain/noun-of"
import {
  type HeldRecordView,
  type HoldQuery,
  heldRecordView,
  type RemovalHoldView,
} from "@/lib/domain/removal-hold"
import { rowNouns } from "@/lib/inventory/row-nouns"
import { listHeldItems } from "@/lib/master-data/list-held-items"
import { getHold } from "./get-hold"
import { holdFromRow } from "./hold-from-row"
import { selectHeldDevices, selectHeldRows, selectHolds } from "./store"

/** The account's holds, newest first. */
export async function listHolds(
  actor: Actor,
  { limit, cursor, status }: HoldQuery,
): Promise<Listing<RemovalHoldView>> {
  const after = decodeCursor(cursor, idKey)
  const { rows } = await pool().query(selectHolds, [
    actor.accountId,
    status === "all" ? null : status,
    after?.[0] ?? null,
    limit + 1,
  ])
  const { items, nextCursor } = cutPage(rows.map(holdFromRow), limit, ({ id }) => [id])
  return { items, nextCursor }
}

const externalIdKey = z.tuple([z.string().max(512)])

/** The records that wait in a hold, by external id. Throws 404. */
export async function listHeldRecords(
  actor: Actor,
  holdId: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<HeldRecordView>> {
  const after = decodeCursor(cursor, externalIdKey)
  const { stream } = await getHold(actor, holdId)
  const noun = nounOf[stream]
  if (noun === "list-item") return listHeldItems(actor, holdId, { limit, after: after?.[0] ?? null })
  const select = noun === "device" ? selectHeldDevices : selectHeldRows(rowNouns[noun])
  const { rows } = await pool().query(select, [holdId, after?.[0] ?? null, limit + 1])
  const views = rows.map((row) =>
    heldRecordView.parse({ ...row, missingSince: row.missingSince?.toISOString() ?? null }),
  )
  const { items, nextCursor } = cutPage(views, limit, ({ externalId }) => [externalId])
  return { items, nextCursor }
}
