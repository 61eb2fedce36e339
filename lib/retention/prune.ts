import { pool } from "@/lib/db/client"
import type { Retention } from "@/lib/domain/retention"
import { expireHolds } from "./expire-holds"
import { type Floors, floorsOf } from "./floors"
import { pruneTable } from "./prune-table"
import { purgeRetired } from "./purge-retired"
import { ownRetention } from "./retention-of"
import {
  deleteChanges,
  deleteDeliveries,
  deleteEmails,
  deleteEvents,
  deleteLines,
  deleteNotifications,
  deleteOwnChanges,
  deleteOwnRowChanges,
  deletePages,
  deletePlans,
  deleteRowChanges,
  deleteRuns,
  selectOwn,
} from "./store"

type Prune = {
  now: Date
  /** Stops it between two steps. */
  signal: AbortSignal
  /** The most that it takes for one kind of thing; the rest goes the next time. */
  msEach?: number
  /** Rows a step. */
  rows?: number
}

/** How many of each kind went. */
export type Pruned = Record<keyof Retention, number>

/** Deletes what accounts keep no longer (O-RETAIN), in small transactions, and lets go of holds that nobody decided on. */
export async function prune({ now, signal, msEach = 20_000, rows = 5000 }: Prune): Promise<Pruned> {
  const found = await pool().query<{ accountId: string; retention: unknown }>(selectOwn)
  const own = found.rows.map(({ accountId, retention }) => ({ accountId, days: ownRetention(retention) }))
  const floors = (what: keyof Retention): Floors => floorsOf(what, { own, now })

  const table = (
    what: keyof Retention,
    sql: string,
    more: { byRun?: typeof noId | -1; rows?: number } = {},
  ) => pruneTable({ pool: pool(), sql, floors: floors(what), rows, isOver: timer(signal, msEach), ...more })

  return {
    pages: await table("pages", deletePages),
    lines: await table("lines", deleteLines),
    plans: await table("plans", deletePlans, { byRun: -1 }),
    changes:
      (await table("changes", deleteChanges, { byRun: noId })) +
      (await table("changes", deleteOwnChanges)) +
      (await table("changes", deleteRowChanges, { byRun: noId })) +
      (await table("changes", deleteOwnRowChanges)),
    events: await table("events", deleteEvents),
    notifications:
      (await table("notifications", deleteNotifications)) +
      (await table("notifications", deleteEmails)) +
      (await table("notifications", deleteDeliveries)),
    // fewer at once, because lines and pages go with them
    runs: await table("runs", deleteRuns, { rows: Math.ceil(rows / 10) }),
    retiredDevices: await purgeRetired(floors("retiredDevices"), { rows, isOver: timer(signal, msEach) }),
    openHolds: await expireHolds(floors("openHolds")),
  }
}

const noId = "00000000-0000-0000-0000-000000000000"

/** Says whether the time is up, counted from now. */
function timer(signal: AbortSignal, ms: number): () => boolean {
  const until = performance.now() + ms
  return () => signal.aborted || performance.now() > until
}
