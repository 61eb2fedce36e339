import { z } from "zod"
import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import { inventoryChangeKind } from "@/lib/domain/inventory-change"
import type { Listing } from "@/lib/domain/listing"
import { nounOf } from "@/lib/domain/noun-of"
import type { StreamId } from "@/lib/domain/provider-id"
import { type SyncChangeQuery, type SyncChangeView, syncChangeView } from "@/lib/domain/sync-change"
import type { SyncMode } from "@/lib/domain/sync-log"
import { actionOf, kindOf } from "./change-kinds"
import { selectPlannedChanges, selectRunChanges } from "./store"

type Run = { id: string; mode: SyncMode }
type Made = Omit<SyncChangeView, "at" | "action"> & { at: Date }
type Planned = Omit<SyncChangeView, "at" | "kind" | "id" | "noun"> & {
  at: Date
  seq: number
  stream: StreamId
}

const seqKey = z.tuple([
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
])

/** A page of what a run changed, or of what a preview or replay would change. */
export async function readSyncChanges(run: Run, query: SyncChangeQuery): Promise<Listing<SyncChangeView>> {
  switch (run.mode) {
    case "sync":
      return readMade(run.id, query)
    case "preview":
    case "replay":
      return readPlanned(run.id, query)
  }
}

async function readMade(syncLogId: string, { limit, cursor, action }: SyncChangeQuery) {
  const after = decodeCursor(cursor, idKey)
  const kinds = inventoryChangeKind.options.filter(
    (kind) => action === undefined || actionOf[kind] === action,
  )
  const values = [syncLogId, kinds, after?.[0] ?? null, limit + 1]
  const { rows } = await pool().query<Made>(selectRunChanges, values)
  const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id])
  return {
    items: items.map((row) =>
      syncChangeView.parse({ ...row, action: actionOf[row.kind], at: row.at.toISOString() }),
    ),
    nextCursor,
  }
}

async function readPlanned(syncLogId: string, { limit, cursor, action }: SyncChangeQuery) {
  const after = decodeCursor(cursor, seqKey)
  const values = [syncLogId, action ?? null, after?.[0] ?? null, limit + 1]
  const { rows } = await pool().query<Planned>(selectPlannedChanges, values)
  const { items, nextCursor } = cutPage(rows, limit, ({ seq }) => [seq])
  return {
    items: items.map((row) => {
      const noun = nounOf[row.stream]
      const device =
        noun === "device"
          ? { deviceId: row.subjectId, deviceName: row.subjectName }
          : { deviceId: null, deviceName: null }
      const { seq, action, at } = row
      return syncChangeView.parse({
        ...row,
        ...device,
        noun,
        id: `${seq}`,
        kind: kindOf[action],
        at: at.toISOString(),
      })
    }),
    nextCursor,
  }
}
