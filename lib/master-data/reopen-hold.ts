import type { Queryable } from "@/lib/jobs/enqueue"
import { reopenHold as reopen } from "./store"

/** A list that an admin approved could not be published: its hold waits again, unless a newer one does. */
export async function reopenHold(db: Queryable, versionId: string): Promise<void> {
  await db.query(reopen, [versionId])
}
