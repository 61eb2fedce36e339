import { enqueue, type Queryable } from "@/lib/jobs/enqueue"

/** Queues another attempt of a run, unless one is queued already. */
export async function requeueRun(db: Queryable, syncLogId: string): Promise<void> {
  await enqueue(db, "sync", { syncLogId }, { jobKey: `sync:${syncLogId}` })
}
