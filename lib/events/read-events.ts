import { z } from "zod"
import { pool } from "@/lib/db/client"
import { type Channel, type LiveEvent, liveEvent } from "@/lib/domain/channel"
import { type EventKind, eventNames } from "@/lib/domain/event-names"
import { RequestError } from "@/lib/domain/problem"
import { selectAfter, selectNow } from "./read/store"

/**
 * The last event that a reader saw, as `Last-Event-ID` has it. `past`: what had happened when it began, where that is in no order
 * with transactions which had not ended then.
 */
export type Position = { tx: string; id: string; past?: string }

/** `tx.id`, and `.past` where that matters. */
const written = z.string().transform((text, context): Position => {
  const [, tx = "", id = "", past] = /^(\d{1,19})\.([0-9a-f-]{36})(?:\.(\d[\d:,]{2,4000}))?$/.exec(text) ?? []
  if (tx !== "" && z.guid().safeParse(id).success && (past === undefined || isSnapshot(past)))
    return past === undefined ? { tx, id } : { tx, id, past }
  context.addIssue({ code: "custom", message: "no position" })
  return z.NEVER
})

/** Whether Postgres would take it for one: the oldest open transaction, the newest, and those open between, in order. */
function isSnapshot(text: string): boolean {
  const [, oldest = "", newest = "", open = ""] =
    /^([1-9]\d{0,17}):(\d{1,18}):((?:\d{1,18},)*\d{1,18})?$/.exec(text) ?? []
  if (oldest === "" || BigInt(oldest) > BigInt(newest)) return false
  const all = [oldest, ...open.split(",").filter((tx) => tx !== ""), newest].map(BigInt)
  const between = all.slice(1, -1)
  return between.every((tx, at) => tx < BigInt(newest) && tx >= (all[at] ?? tx))
}

export const writePosition = ({ tx, id, past }: Position): string =>
  past === undefined ? `${tx}.${id}` : `${tx}.${id}.${past}`

/** The position at an event. What was past when the reader began matters until all that was open then is behind it. */
export function goOn(from: Position, { tx, id }: Position): Position {
  const newest = from.past?.split(":")[1]
  return newest === undefined || BigInt(tx) >= BigInt(newest) ? { tx, id } : { ...from, tx, id }
}

/**
 * Where a reader goes on: after the event that it names, else now. Now too when it names one that this database has not come to
 * yet, which it had before it was restored. Throws 422 for a name that no channel gave.
 */
export async function positionOf(lastEventId: string | null): Promise<Position> {
  const named = lastEventId === null || lastEventId === "" ? null : written.safeParse(lastEventId)
  if (named?.success === false)
    throw new RequestError(422, "Last-Event-ID is not one that a channel gave. Leave it out to begin now.")
  const { rows } = await pool().query<Now>(selectNow, [named?.data.tx ?? null])
  const [now] = rows
  if (now === undefined || (named !== null && !now.isAhead)) return named?.data ?? start
  return { tx: now.tx, id: now.id, past: now.past }
}

type Now = Required<Position> & { isAhead: boolean }

const start: Position = { tx: "0", id: "00000000-0000-0000-0000-000000000000" }

type Row = {
  tx: string
  id: string
  kind: EventKind
  subjectId: string
  integrationId: string | null
  syncLogId: string | null
  data: LiveEvent["data"]
  at: Date
}
type Reading = { accountId: string; channel: Channel; after: Position; limit?: number }

type Told = { position: Position; event: LiveEvent }[]

/** Reads under way, by what they read: tabs that are told of the same news ask for the same. */
const reading = new Map<string, Promise<Told>>()

/** The channel's events after a position, oldest first. */
export function readEvents(asked: Reading): Promise<Told> {
  const key = JSON.stringify(asked)
  const shared = reading.get(key)
  if (shared !== undefined) return shared
  const own = selectEvents(asked).finally(() => reading.delete(key))
  reading.set(key, own)
  return own
}

async function selectEvents({ accountId, channel, after, limit = 200 }: Reading): Promise<Told> {
  const subject = channel.kind === "circuit" ? channel.id : null
  const values = [accountId, after.tx, after.id, kindsOf(channel), subject, limit, after.past ?? null]
  const { rows } = await pool().query<Row>(selectAfter, values)
  return rows.map(({ tx, kind, at, ...row }) => ({
    position: { tx, id: row.id },
    event: liveEvent.parse({ ...row, type: eventNames[kind], at: at.toISOString() }),
  }))
}

/** What is told on a channel. */
function kindsOf({ kind }: Channel): EventKind[] {
  switch (kind) {
    case "dashboard":
      return [...runs, ...circuits]
    case "sync-status":
      return [...runs, "planned_units.synced"]
    case "circuit":
      return circuits
  }
}

const runs: EventKind[] = ["sync.started", "sync.completed", "sync.failed"]
const circuits: EventKind[] = ["planned_units.synced", "circuit.workflow_changed", "circuit.updated"]
