import { z } from "zod"
import type { SyncMode, SyncTrigger } from "@/lib/domain/sync-log"
import { enqueue, type Queryable } from "@/lib/jobs/enqueue"
import { insertRun, selectLiveRun } from "./store"

type Run = {
  accountId: string
  integrationId: string
  trigger: SyncTrigger
  mode: SyncMode
  triggeredById: string | null
}

const found = z.object({ rows: z.array(z.object({ id: z.uuid() })) })

/**
 * Writes a PENDING run and its job on the caller's connection, inside a transaction of theirs, and gives its id; or the id of
 * the run that is live already (S3-OVERLAP: the database decides, whoever asks at the same time).
 */
export async function queueRun(db: Queryable, run: Run): Promise<{ id: string; isNew: boolean }> {
  const { accountId, integrationId, trigger, mode, triggeredById } = run
  for (let attempt = 0; attempt < 5; attempt++) {
    const made = await first(db, insertRun, [accountId, integrationId, trigger, mode, triggeredById])
    if (made !== null) {
      await enqueue(db, "sync", { syncLogId: made }, { jobKey: `sync:${made}` })
      return { id: made, isNew: true }
    }
    const live = await first(db, selectLiveRun, [integrationId])
    if (live !== null) return { id: live, isNew: false }
    // It ended between the two statements: now there is room for a new one.
  }
  throw new Error(`Could not queue a run of integration ${integrationId}: others kept coming and going.`)
}

async function first(db: Queryable, sql: string, values: unknown[]): Promise<string | null> {
  return found.parse(await db.query(sql, values)).rows[0]?.id ?? null
}
