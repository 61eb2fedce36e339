import { enqueue, type Queryable } from "@/lib/jobs/enqueue"

/** Queues another attempt of a run, at once or for a time, instead of one that is queued already. */
export async function requeueRun(db: Queryable, syncLogId: string, runAt?: Date): Promise<void> {
  const when = runAt === undefined ? {} : { runAt }
  await enqueue(db, "sync", { syncLogId }, { jobKey: `sync:${syncLogId}`, ...when })
}
