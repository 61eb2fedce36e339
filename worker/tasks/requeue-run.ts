import { enqueue, type Queryable } from "@/lib/jobs/enqueue"
import { priorityOf } from "@/lib/sync-logs/priority-of"

/** Queues another attempt of a run, at once or for a time, instead of one that is queued already; its turn stays what it was. */
export async function requeueRun(db: Queryable, syncLogId: string, runAt?: Date): Promise<void> {
  const when = runAt === undefined ? {} : { runAt }
  const priority = await priorityOf(db, syncLogId)
  await enqueue(db, "sync", { syncLogId }, { jobKey: `sync:${syncLogId}`, priority, ...when })
}
