import { z } from "zod"
import type { Queryable } from "@/lib/jobs/enqueue"
import { selectTurn } from "./store"

/** The priority of what people start: before all that schedules start. */
export const peopleFirst = -10

const turns = z.object({ rows: z.array(z.object({ isScheduled: z.boolean(), before: z.number() })) })

/**
 * The priority of another attempt of a run, the lower the sooner: an account's second run comes behind every other's first, as
 * when it was first queued.
 */
export async function priorityOf(db: Queryable, syncLogId: string): Promise<number> {
  const [turn] = turns.parse(await db.query(selectTurn, [syncLogId])).rows
  return turn?.isScheduled === true ? turn.before + 1 : peopleFirst
}
