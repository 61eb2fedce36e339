import type { Queryable } from "@/lib/jobs/enqueue"
import { lockSchedules as lockRows, takeTurn } from "./store"

/**
 * To begin a transaction that changes when an integration runs: nobody else changes that to its end, and no dispatcher reads it.
 * Two statements, for the rows to lock are those that whoever had the turn before has left.
 */
export async function lockSchedules(db: Queryable, integrationId: string): Promise<void> {
  await db.query(takeTurn, [integrationId])
  await db.query(lockRows, [integrationId])
}
