import { z } from "zod"
import { pool } from "@/lib/db/client"
import { type Channel, type LiveEvent, liveEvent } from "@/lib/domain/channel"
import { type EventKind, eventNames } from "@/lib/domain/event-names"
import { RequestError } from "@/lib/domain/problem"
import { selectAfter, selectNow } from "./read/store"

/** The last event that a reader saw, as `Last-Event-ID` has it. */
export type Position = { tx: string; id: string }

const written = z.string().transform((text, context): Position => {
  const [, tx = "", id = ""] = /^(\d{1,19})\.([0-9a-f-]{36})$/.exec(text) ?? []
  if (tx !== "" && z.guid().safeParse(id).success) return { tx, id }
  context.addIssue({ code: "custom", message: "no position" })
  return z.NEVER
})

export const writePosition = ({ tx, id }: Position): string => `${tx}.${id}`

/** Where a reader goes on: after the event that it names, else now. Throws 422 for a name that no channel gave. */
export async function positionOf(lastEventId: string | null): Promise<Position> {
  if (lastEventId !== null && lastEventId !== "") {
    const { success, data } = written.safeParse(lastEventId)
    if (success) return data
    throw new RequestError(422, "Last-Event-ID is not one that a channel gave. Leave it out to begin now.")
  }
  const { rows } = await pool().query<Position>(selectNow)
  return rows[0] ?? { tx: "0", id: "00000000-0000-0000-0000-000000000000" }
}

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

/** The channel's events after a position, oldest first. */
export async function readEvents({
  accountId,
  channel,
  after,
  limit = 200,
}: Reading): Promise<{ position: Position; event: LiveEvent }[]> {
  const subject = channel.kind === "circuit" ? channel.id : null
  const values = [accountId, after.tx, after.id, kindsOf(channel), subject, limit]
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
